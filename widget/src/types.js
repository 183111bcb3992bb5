/**
 * The shapes on the wire, as the API documents them (`Answer` and the events of its stream).
 *
 * @typedef {'answered'|'partly_answered'|'clarify'|'not_found'|'declined'|'signposted'|'small_talk'} Status
 *
 * @typedef {object} Citation
 * @property {number} number from 1
 * @property {string} document_id
 * @property {string} title
 * @property {string} [heading]
 * @property {string} [office] in charge
 * @property {string} url with the section's anchor
 * @property {string} [language]
 * @property {number|null} [page] page of a PDF
 * @property {string|null} [modified] ISO 8601
 *
 * @typedef {object} Sentence
 * @property {string} text
 * @property {number[]} [citations]
 * @property {'source'|'model'|'editor'|'frame'} [origin]
 * @property {string} [language]
 * @property {string[]} [original] the source's words beside a sentence that a model wrote
 *
 * @typedef {'paragraph'|'list'|'steps'} Form
 *
 * @typedef {object} Block
 * @property {Form} [form]
 * @property {string} [heading]
 * @property {Sentence[]} sentences
 *
 * @typedef {object} FactLine
 * @property {string} kind
 * @property {string} label
 * @property {string} value
 * @property {string|null} [url]
 * @property {number} citation
 *
 * @typedef {object} Action
 * @property {string} kind
 * @property {string} label
 * @property {string} url
 *
 * @typedef {object} Contact
 * @property {string} name
 * @property {string|null} [telephone]
 * @property {string|null} [email]
 * @property {string|null} [address]
 * @property {string[]} [hours]
 * @property {boolean|null} [open_now]
 * @property {string|null} [hint] why it is not known whether it is open
 * @property {string|null} [notice] what holds on these days instead of the hours
 * @property {number|null} [notice_citation]
 * @property {string|null} [url]
 *
 * @typedef {object} Choice
 * @property {string} label
 * @property {string} question
 *
 * @typedef {object} Answer
 * @property {string} id
 * @property {Status} status
 * @property {string} [language]
 * @property {Block[]} [blocks]
 * @property {FactLine[]} [facts]
 * @property {Citation[]} [sources]
 * @property {Contact[]} [contact]
 * @property {Action[]} [actions]
 * @property {Choice[]} [choices]
 * @property {string[]} [suggestions]
 * @property {string[]} [notices]
 * @property {string} [footnote]
 * @property {string|null} [context]
 *
 * @typedef {object} Problem RFC 9457
 * @property {string} [type]
 * @property {string} [title]
 * @property {string} [detail]
 * @property {number} [status]
 *
 * @typedef {{type: 'accepted', id: string, queue_place?: number|null, wait_seconds?: number|null}} Accepted it comes again when the place changes
 * @typedef {{type: 'facts', facts?: FactLine[], contact?: Contact[], actions?: Action[], sources?: Citation[]}} Facts
 * @typedef {{type: 'sentence', block: number, heading?: string, form?: Form, sentence: Sentence}} Written
 * @typedef {{type: 'sources', sources: Citation[]}} Sources
 * @typedef {{type: 'done', answer: Answer}} Done
 * @typedef {{type: 'error', problem: Problem}} Failed
 * @typedef {Accepted|Facts|Written|Sources|Done|Failed} ChatEvent
 *
 * @typedef {object} Question the body of a request
 * @property {string} question
 * @property {string} id random, of the client's own: the answer can be fetched again by it
 * @property {string} [language]
 * @property {string} [style]
 * @property {string} [context] token of the previous answer
 *
 * @typedef {object} CityView what `GET /api/v1/cities/{city}` says
 * @property {string} id
 * @property {string} name
 * @property {string[]} [languages]
 * @property {string} [title]
 * @property {string} [greeting]
 * @property {string[]} [suggestions]
 * @property {string} [accent]
 * @property {string|null} [accent_dark]
 * @property {number} [radius] in em
 * @property {string|null} [logo] address below the server's
 * @property {string|null} [privacy_url]
 * @property {{name: string, telephone: string, hours?: string|null, email?: string|null, url?: string|null}} [hotline]
 */

export {};
