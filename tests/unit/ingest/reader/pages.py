"""Pages as different content management systems render them; all of them say the same."""
# ruff: noqa: E501 (pages and lines read best as they are written)

CONTENT = """
<h1>Hundesteuer</h1>
<p>Wer in Kleinstadt einen Hund hält, zahlt Hundesteuer.</p>
<h2 id="gebuehren">Was kostet es?</h2>
<table><thead><tr><th>Hund</th><th>Steuer im Jahr</th></tr></thead>
<tbody><tr><td>erster Hund</td><td>84,00 Euro</td></tr><tr><td>jeder weitere</td><td>120,00 Euro</td></tr></tbody></table>
<h2>Das brauchen Sie</h2>
<ul><li>Personalausweis</li><li>Chipnummer des Hundes</li></ul>
<h2>Frist</h2><p>Melden Sie den Hund innerhalb von zwei Wochen an.</p>
"""
LINKS = "".join(f'<li><a href="/seite-{number}">Menüpunkt {number}</a></li>' for number in range(12))
CONTACT = (
    "<h2>Zuständig</h2><p>Steueramt<br>Marktplatz 3<br>12345 Kleinstadt<br>"
    'Telefon: 069 90009-330<br><a href="mailto:steueramt@kleinstadt.example">E-Mail schreiben</a></p>'
)


def typo3() -> str:
    """TYPO3: frames, a content element's header, navigation in divs, breadcrumb by class."""
    return f"""<!DOCTYPE html><html lang="de"><head><title>Hundesteuer | Stadt Kleinstadt</title></head>
<body id="p42"><a class="skip-link" href="#content">Zum Inhalt springen</a>
<div class="page-header"><div class="logo"><a href="/">Kleinstadt</a></div><div id="mainNav"><ul>{LINKS}</ul></div></div>
<div class="breadcrumb-section"><ol class="breadcrumb"><li><a href="/">Startseite</a></li>
<li><a href="/rathaus">Rathaus</a></li><li>Hundesteuer</li></ol></div>
<div id="content"><div class="frame frame-default frame-type-text">{CONTENT}</div>
<div class="frame frame-type-menu_subpages"><ul>{LINKS}</ul></div>
<div class="ce-contact">{CONTACT}</div></div>
<div class="tx-cookies cookie-bar"><p>Wir verwenden Cookies. Mit der Nutzung stimmen Sie zu.</p><button>Okay</button></div>
<footer id="footer"><p>© Stadt Kleinstadt</p><ul>{LINKS}</ul></footer></body></html>"""


def wordpress() -> str:
    """WordPress: site-header, entry-content, widgets in an aside, share buttons after the text."""
    return f"""<!DOCTYPE html><html lang="de-DE"><head><title>Hundesteuer – Kleinstadt</title></head><body class="page">
<header class="site-header"><p class="site-title">Kleinstadt</p><nav class="main-navigation"><ul>{LINKS}</ul></nav>
<form role="search" class="search-form"><label>Suche nach: <input type="search"></label></form></header>
<nav aria-label="Breadcrumb"><a href="/">Start</a> » <a href="/rathaus">Rathaus</a> » <span>Hundesteuer</span></nav>
<div id="primary" class="content-area"><article class="page hentry"><div class="entry-content">{CONTENT}{CONTACT}
<div class="sharedaddy sd-sharing"><h3>Teilen mit:</h3><ul><li><a href="https://x.example/share">X</a></li></ul></div>
</div></article></div>
<aside class="widget-area"><section class="widget"><h2>Letzte Beiträge</h2><ul>{LINKS}</ul></section></aside>
<footer class="site-footer"><ul>{LINKS}</ul></footer></body></html>"""


def drupal() -> str:
    """Drupal: regions, blocks, visually hidden headings, a teaser view below the text."""
    return f"""<!DOCTYPE html><html lang="de" dir="ltr"><head><title>Hundesteuer | Kleinstadt</title></head><body>
<div class="region region-header"><h2 class="visually-hidden">Hauptnavigation</h2><ul class="menu">{LINKS}</ul></div>
<nav class="breadcrumb" role="navigation"><h2 class="visually-hidden">Pfadnavigation</h2>
<ol><li><a href="/">Startseite</a></li><li><a href="/rathaus">Rathaus</a></li><li>Hundesteuer</li></ol></nav>
<main role="main"><div class="region region-content"><div class="field field--name-body">{CONTENT}</div>
<div class="block-contact">{CONTACT}</div>
<div class="views-element-container"><h2>Weitere Themen</h2><ul>{LINKS}</ul></div></div></main>
<footer role="contentinfo"><ul>{LINKS}</ul></footer></body></html>"""


def plone() -> str:
    """Plone: portal ids, document actions, the contact in the right column."""
    return f"""<html xmlns="http://www.w3.org/1999/xhtml" lang="de"><head><title>Hundesteuer — Kleinstadt</title></head><body>
<div id="portal-top"><div id="portal-searchbox"><form><input></form></div><ul id="portal-globalnav">{LINKS}</ul></div>
<div id="portal-breadcrumbs">Sie sind hier: <a href="/">Startseite</a> › <a href="/rathaus">Rathaus</a> › <span>Hundesteuer</span></div>
<div id="portal-columns"><div id="portal-column-one"><ul class="navTree">{LINKS}</ul></div>
<div id="portal-column-content"><div id="content"><div id="content-core">{CONTENT}</div>
<div class="documentActions"><ul><li><a href="/drucken">Drucken</a></li></ul></div></div></div>
<div id="portal-column-two" class="sidebar"><div class="portlet">{CONTACT}</div></div></div>
<div id="portal-footer"><ul>{LINKS}</ul></div></body></html>"""


def old_tables() -> str:
    """A system of the nineties: tables for layout, no semantic element anywhere."""
    return f"""<html><head><title>Hundesteuer</title></head><body><table role="presentation" width="100%"><tr>
<td width="200"><ul>{LINKS}</ul></td><td>{CONTENT}{CONTACT}</td></tr></table></body></html>"""


def website_of_an_authority() -> str:
    """Government Site Builder and alike: wrapper divs, skip navigation, a service bar of the page's functions."""
    return f"""<!DOCTYPE html><html lang="de"><head><title>Kleinstadt - Hundesteuer</title></head><body class="gsb">
<div id="wrapperOuter"><div id="wrapperInner"><p class="aural"><a href="#content">Direkt zum Inhalt</a></p>
<div id="navServiceMeta"><ul>{LINKS}</ul></div><div id="navPrimary"><ul>{LINKS}</ul></div>
<div id="navBreadcrumbs"><ol class="brotkrumen"><li><a href="/">Startseite</a></li><li>Rathaus</li><li>Hundesteuer</li></ol></div>
<div id="main"><div id="content">{CONTENT}{CONTACT}</div>
<div id="navFunctions"><ul><li><a href="#">Seite drucken</a></li><li><a href="#">Seite empfehlen</a></li></ul></div></div>
<div id="siteInfo" class="footer"><ul>{LINKS}</ul></div></div></div></body></html>"""
