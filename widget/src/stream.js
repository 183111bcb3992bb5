/**
 * Server-sent events (WHATWG HTML, section 9.2) out of a response body. Read by hand because `EventSource`
 * knows no POST, and a question in an address would end up in logs.
 *
 * @param {ReadableStream<Uint8Array>} body
 * @param {() => void} [alive] called for every chunk, comments included
 * @returns {AsyncGenerator<{id: number|undefined, event: string, data: string}>} `id` where the server numbers its events
 */
export async function* serverSentEvents(body, alive = () => {}) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  let event = '';
  /** @type {number|undefined} */
  let id;
  /** @type {string[]} */
  let data = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return; // an event without its closing empty line is incomplete and is dropped
      alive();
      rest += decoder.decode(value, { stream: true });
      // A carriage return at the end may be the first half of a CRLF: leave it for the next chunk.
      const lines = rest.split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line === '') {
          if (data.length) yield { id, event: event || 'message', data: data.join('\n') };
          event = '';
          data = [];
          continue;
        }
        const [, field, content = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
        if (field === 'event') event = content;
        else if (field === 'data') data.push(content);
        else if (field === 'id') id = Number(content);
      }
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}
