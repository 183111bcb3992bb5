"""What the sheets say: invented towns, invented fees."""
# ruff: noqa: E501 (sentences read best as they are written)

FEES: tuple[tuple[str, ...], ...] = (
    ("1", "Beglaubigung von Unterschriften", "5,00 Euro"),
    (
        "2",
        "Beglaubigung von Abschriften, Ablichtungen und Vervielfältigungen, die die Behörde selbst hergestellt hat, je angefangene Seite",
        "1,50 Euro",
    ),
    ("3", "Bescheinigungen aller Art, soweit nichts anderes bestimmt ist", "8,00 Euro"),
    ("3.1", "Meldebescheinigung", "9,00 Euro"),
    ("3.2", "Bescheinigung für steuerliche Zwecke", "gebührenfrei"),
    (
        "4",
        "Auskünfte aus Registern, die einen besonderen Aufwand an Zeit verursachen, je angefangene halbe Stunde",
        "24,50 Euro",
    ),
    ("5", "Ersatz für eine verlorene Hundesteuermarke", "4,00 Euro"),
    (
        "6",
        "Genehmigung, vor einem Grundstück einen Bauzaun auf dem Gehweg aufzustellen, je Woche",
        "31,00 Euro",
    ),
    ("7", "Zweitausfertigung von Bescheiden", "3,00 Euro"),
    ("8", "Einsicht in Bauakten", "20,00 bis 60,00 Euro"),
    (
        "9",
        "Negativzeugnis über das Vorkaufsrecht nach dem Baugesetzbuch einschließlich der Prüfung der Unterlagen",
        "45,00 Euro",
    ),
    ("10", "Fotokopien im Format A4, schwarz-weiß", "0,20 Euro"),
)
POOL: tuple[tuple[str, ...], ...] = (
    ("Erwachsene", "5,50 Euro", "3,50 Euro"),
    ("Kinder und Jugendliche von 6 bis 17 Jahren", "3,00 Euro", "2,00 Euro"),
    ("Kinder unter 6 Jahren", "frei", "frei"),
    ("Familienkarte", "13,00 Euro", ""),
    ("Erwachsene", "49,50 Euro", "31,50 Euro"),
    ("Kinder und Jugendliche", "27,00 Euro", "18,00 Euro"),
    ("Schwerbehinderte Menschen", "30,00 Euro", "20,00 Euro"),
)
RENT: tuple[tuple[str, ...], ...] = (
    ("Großer Saal mit Bühne", "180,00 Euro", "360,00 Euro", "720,00 Euro"),
    ("Kleiner Saal", "90,00 Euro", "180,00 Euro", "360,00 Euro"),
    ("Küche einschließlich Geschirr für bis zu 120 Personen", "40,00 Euro", "80,00 Euro", "160,00 Euro"),
    ("Beamer", "frei", "25,00 Euro", "25,00 Euro"),
)
RULES: tuple[tuple[str, ...], ...] = (
    (
        "Geltungsbereich",
        "Diese Satzung gilt für alle Wochen- und Jahrmärkte, die die Stadt als öffentliche Einrichtung betreibt.",
        "Für Volksfeste gilt sie nur, soweit es ausdrücklich bestimmt ist.",
    ),
    (
        "Platz und Zeit",
        "Der Wochenmarkt findet mittwochs von 7:00 bis 13:00 Uhr und samstags von 7:00 bis 14:00 Uhr auf dem Kirchplatz statt. Fällt ein Markttag auf einen gesetzlichen Feiertag, so wird der Markt am vorhergehenden Werktag abgehalten.",
        "In dringenden Fällen kann die Marktaufsicht Platz und Zeit abweichend festsetzen.",
    ),
    (
        "Zulassung",
        "Wer Waren anbieten will, braucht eine Zulassung. Sie wird auf Antrag für einen Tag oder für ein Kalenderjahr erteilt.",
        "Der Antrag auf eine Jahreszulassung ist bis zum 31. Oktober des Vorjahres zu stellen.",
        "Die Zulassung kann versagt werden, wenn der verfügbare Platz nicht ausreicht oder wenn Tatsachen die Annahme rechtfertigen, dass die erforderliche Zuverlässigkeit fehlt.",
    ),
    (
        "Standgelder",
        "Für die Überlassung eines Standplatzes wird je angefangenem Frontmeter und Tag ein Standgeld von 2,80 Euro erhoben.",
        "Inhaber einer Jahreszulassung zahlen im Voraus für ein Vierteljahr und erhalten einen Nachlass von zehn vom Hundert.",
    ),
    (
        "Verhalten auf dem Markt",
        "Waren dürfen nur vom zugewiesenen Platz aus angeboten werden.",
        "Verkaufseinrichtungen dürfen nicht höher als drei Meter sein und müssen standfest aufgestellt werden; Gänge und Durchfahrten sind freizuhalten.",
        "Hunde sind an der kurzen Leine zu führen.",
    ),
    (
        "Ordnungswidrigkeiten",
        "Ordnungswidrig handelt, wer vorsätzlich oder fahrlässig gegen die Vorschriften dieser Satzung über den Auf- und Abbau, die Reinhaltung oder den Verkauf verstößt.",
        "Die Ordnungswidrigkeit kann mit einer Geldbuße bis zu 1.000 Euro geahndet werden.",
    ),
    ("Inkrafttreten", "Diese Satzung tritt am Tag nach ihrer Bekanntmachung in Kraft."),
)
ARTICLES: tuple[tuple[str, ...], ...] = (
    (
        "Sperrmüll nur noch auf Abruf",
        "Seit dem 1. Februar wird Sperrmüll nicht mehr an festen Tagen, sondern nur noch nach Anmeldung abgeholt. Jeder Haushalt kann zweimal im Jahr bis zu drei Kubikmeter kostenlos anmelden.",
        "Die Anmeldung ist telefonisch unter 069 90009-441 oder im Internet möglich. Der Termin wird spätestens eine Woche vorher mitgeteilt.",
    ),
    (
        "Laub gehört in die Biotonne",
        "Laub von privaten Grundstücken darf nicht auf die Straße gekehrt werden. Wer mehr hat, als in die Tonne passt, kann Laubsäcke für 2,00 Euro je Stück im Bürgerbüro kaufen.",
    ),
    (
        "Vollsperrung der Bahnhofstraße",
        "Wegen der Erneuerung der Wasserleitungen ist die Bahnhofstraße zwischen Marktplatz und Lindenallee vom 4. bis zum 29. Mai voll gesperrt. Die Umleitung führt über die Ringstraße.",
        "Die Haltestelle Rathaus wird in dieser Zeit nicht bedient. Ersatz ist an der Ecke Lindenallee eingerichtet.",
    ),
    (
        "Grundsteuer wird fällig",
        "Die Grundsteuer für das zweite Vierteljahr ist am 15. Mai fällig. Wer kein Lastschriftmandat erteilt hat, überweist den Betrag bitte unter Angabe des Kassenzeichens.",
        "Gegen den Bescheid kann innerhalb eines Monats nach Bekanntgabe Widerspruch erhoben werden. Der Widerspruch hat keine aufschiebende Wirkung, der Betrag muss also zunächst gezahlt werden.",
    ),
    (
        "Bücherbus macht Sommerpause",
        "Der Bücherbus fährt vom 7. Juli bis zum 15. August nicht. Ausgeliehene Medien werden ohne Gebühr bis zum 1. September verlängert.",
    ),
    (
        "Ehrenamt gesucht",
        "Für die Kommunalwahl sucht die Gemeinde Helferinnen und Helfer. Das Erfrischungsgeld beträgt 60 Euro, für die Leitung des Wahlvorstands 80 Euro.",
        "Interessierte melden sich bis zum 30. Juni beim Wahlamt. Eine Schulung findet an zwei Abenden im September statt, die Teilnahme wird mit 20 Euro vergütet.",
    ),
)
