# Menu.
menu-text = Tekst nakijken
menu-words = Woordenlijst

# Een tekst nakijken.
text-title = Tekst nakijken
text-lead = Plak hier je tekst. Wij zoeken naar namen, nummers en andere gegevens van mensen.
text-label = Je tekst
text-hint = Wij bewaren je tekst niet.
text-button = Kijk na
text-empty = Plak eerst een tekst
no-guarantee = Niets gevonden is geen garantie. Lees je tekst altijd zelf ook na.
in-doubt = Ik twijfel: vraag het
school = School
channel = Waar komt de tekst?
channel-hint = Toestemming geldt per plek.
channel-website = Website
channel-newsletter = Nieuwsbrief
channel-social = Sociale media
channel-classapp = Klassenapp

# Wat er gevonden is.
found-title = { $n ->
    [0] Niets gevonden
    [1] 1 vondst
   *[other] { $n } vondsten
  }
found-none = Wij zien geen gegevens van mensen. Dat is geen garantie: lees de tekst zelf ook na.
found-holds = Plaats deze tekst zo nog niet.
answered = { $n ->
    [1] 1 plek staat op de woordenlijst van je school en telt niet mee.
   *[other] { $n } plekken staan op de woordenlijst van je school en tellen niet mee.
  }
finding = Vondst
hints = Misschien ook ({ $n })
hints-text = Dit is waarschijnlijk niets. Kijk er toch even naar.
because = Waarom: { $reasons }.
holds = Eerst oplossen: zo mag dit niet naar buiten.
to-place = Terug naar plek { $n } in de tekst
may-be = { $n ->
    [1] Dit kan gaan over:
   *[other] Dit kan over { $n } mensen gaan. De strengste toestemming telt.
  }
in-group = { $name } ({ $group })
somebody = iemand van deze school
and-more = en nog { $n }
consent-yes = heeft toestemming
consent-no = geen toestemming
consent-unknown = toestemming niet bekend, dus nee
short-person-roster = naam
short-person-other = naam
short-phone = telefoon
short-email = e-mail
short-postcode = postcode
short-address = adres
short-birthdate = verjaardag
short-age = leeftijd
short-bsn = bsn
short-iban = rekening
short-plate = kenteken
short-pupil-no = leerlingnummer
short-handle = account
short-url = link
short-health = gezondheid
short-religion = geloof
short-situation = situatie
short-outing = uitje
short-school-name = school

# Antwoord van wie de lijst bijhoudt.
answer = Antwoord geven
answer-whose = Wie is het?
answer-length = Hoe lang geldt je antwoord?
until-day = tot en met { $day }
length-maand = een maand
length-altijd = tot iemand het van de lijst haalt
answer-not-a-person = Dit is geen persoon
answer-not-personal = Dit mag blijven staan
answer-agreed = Heeft toestemming gegeven
answer-leave-out = Laten wij altijd weg
answer-text-changed = De tekst is veranderd. Kijk hem eerst opnieuw na en geef dan je antwoord
answer-not-possible = Bij deze vondst past dit antwoord niet
answer-how-long = Toestemming geldt niet voor altijd. Kies hoe lang
answer-who = Kies wie toestemming heeft gegeven
kept-geen-persoon = Onthouden: ‘{ $words }’ mag blijven staan, { $until }.
kept-akkoord = Onthouden: toestemming voor ‘{ $words }’ op deze plek, { $until }.
kept-weglaten = Onthouden: ‘{ $words }’ laten jullie altijd weg, { $until }. Haal het nu uit je tekst.

# De woordenlijst.
words-title = Woordenlijst
words-lead = Dit heeft je school aan het nakijken geleerd. De woorden staan versleuteld in de database: het kunnen namen zijn.
words-none = De lijst is nog leeg.
words-caption = Woorden van je school
word-words = Woorden
word-meaning = Betekenis
word-until = Geldt
word-by = Toegevoegd door
word-at = Toegevoegd op
meaning-geen-persoon = Mag blijven staan
meaning-akkoord = Heeft toestemming
meaning-weglaten = Altijd weglaten
meaning-bekend = Bekende naam
meaning-gevoelig = Gevoelig woord
word-add = Een woord toevoegen
word-label = Woord of naam
word-hint = Een bekende naam is van iemand of iets dat iedereen kent. Een gevoelig woord geldt ook met andere letters erachter.
word-kind = Wat voor woord is het?
word-kind-public = Een bekende naam: geen vondst
word-kind-health = Gevoelig: gezondheid
word-kind-religion = Gevoelig: geloof
word-kind-situation = Gevoelig: thuis, zorg of politie
word-kind-choose = Kies wat voor woord het is
word-length = Vul een woord in van 3 tot 100 letters
word-too-many = De lijst is vol. Haal eerst woorden weg die je niet meer nodig hebt
word-add-button = Voeg toe
word-remove = Haal van de lijst
word-remove-text = Haal je dit weg, dan vindt het nakijken het weer zoals eerst.

# Berichten.
menu-posts = Berichten
posts-title = Berichten
posts-new = Nieuw bericht
posts-waiting = Wacht op jou
posts-mine = Van jou
posts-others = Van je school
posts-none = Je hebt nog geen berichten geschreven.
posts-untitled = Zonder titel
posts-terms = Wie geeft vrij?
stage-concept = concept
stage-ingediend = ingediend
stage-aangehouden = aangehouden
stage-terug = terug bij de schrijver
stage-afgewezen = afgewezen
stage-akkoord = vrijgegeven
stage-vervallen = vervallen

# Een concept.
draft-title = Je bericht
draft-corrects = Dit bericht staat al ergens. Wat je wijzigt wordt pas verbeterd als iemand het opnieuw vrijgeeft.
draft-returned = Dit bericht kwam terug. Lees wat erbij staat, pas het aan en dien het opnieuw in
draft-name = Titel
draft-text = Tekst
draft-where = Waar komt het te staan?
draft-purpose = Waarvoor is het?
draft-purpose-hint = Hiervoor vraagt je school toestemming aan wie in beeld is.
draft-photos = Foto's
draft-alt = Wat staat er op foto { $n }?
draft-alt-hint = Voor wie de foto niet kan zien. Zonder namen.
draft-away = Haal foto { $n } uit dit bericht
draft-pick = Foto's kiezen
draft-more = Namens wie, bronnen, moment, andere tekst per kanaal
draft-capacity = Namens wie?
capacity-namens_school = Namens de school
capacity-functie = In mijn werk, onder mijn eigen naam
draft-sources = Bronnen
draft-sources-hint = Is een tekst of idee van een ander? Zeg van wie. Dit komt onder het bericht.
draft-when = Wanneer?
draft-when-hint = Leeg: zodra het is vrijgegeven.
draft-own-text = Andere tekst voor { $place }
draft-asked = Wat is zo?
draft-asked-hint = Vink aan wat klopt. Wat je niet aanvinkt, is niet zo.
draft-asked-confirm = Ik heb dit nagelopen
draft-asked-done = Wat je hebt nagelopen
draft-reason = Waarom toch?
draft-reason-hint = Wie het vrijgeeft leest dit.
draft-answered = Onthouden, voor dit bericht en de volgende. Koos je weglaten? Haal het dan nu uit je tekst.
draft-not-editor = Klopt een vondst niet, of is er toestemming? Wie de woordenlijst bijhoudt kan dat hier antwoorden.
draft-found = In je tekst
draft-on = Verder
draft-keep = Bewaren
draft-kept = Bewaard
typed-long = Dit is te lang. Gebruik hooguit { $most } tekens
typed-when = Dit is geen dag en tijd. Kies ze opnieuw

# Het nakijken.
panel-title = Nagekeken
panel-ready = Klaar om in te dienen
panel-blocks = Er moet nog iets gebeuren
panel-asks = Zeg waarom het toch kan
panel-told = Goed om te weten ({ $n })
panel-articles = artikel { $articles }
panel-ask = Vraag het aan { $role }.
found-no-title = Er is nog geen titel.
found-no-text = Er is nog geen tekst.
found-no-place = Er is nog niet gekozen waar het komt.
found-no-purpose = Er zijn mensen in te herkennen, en er is niet gekozen waarvoor.
found-no-protocol = Je school volgt in dit programma nog geen protocol.
found-alt = Er staat nog niet wat er op foto { $n } staat.
found-alt-long = Wat je bij foto { $n } schreef is te lang voor { $place }: hooguit { $most } tekens.
found-text-long = De tekst is te lang voor { $place }: { $is } van { $most } tekens.
found-many-pictures = { $place } neemt hooguit { $most } foto's.
found-needs-picture = { $place } kan niet zonder foto.
found-gone = Foto { $n } bestaat niet meer.
found-busy = Foto { $n } wordt nog bewerkt. Wacht even.
found-not-complete = Van foto { $n } heeft niemand gezegd dat iedereen in de lijst staat.
found-unknown = Gezichten op foto { $n } zonder naam en niet afgedekt: { $many }.
found-may-not = { $who } op foto { $n } mag niet op { $place }.
found-no-credit = Van foto { $n } is niet bekend van wie hij is.
found-text-holds = Moet eruit of anders in de tekst voor { $place }: { $n }.
found-text-hints = Goed te bekijken in de tekst voor { $place }: { $n }.
found-prohibited = Op { $place } mag dit niet (artikel { $articles }).
found-open = Voor { $place } moet je nog iets nalopen.
found-doubt = Voor { $place } laat het protocol twijfel (artikel { $articles }).
found-duty = { $place }: je moet { $text } (artikel { $article }).
found-for-all = { $place } is voor iedereen te zien.
solve-title = Schrijf een titel
solve-text = Schrijf een tekst
solve-place = Kies waar
solve-purpose = Kies waarvoor
solve-reason = Schrijf waarom
solve-photo = Bekijk de foto
solve-alt = Beschrijf de foto
solve-shorten = Maak het korter
solve-own-text = Schrijf een kortere tekst voor dit kanaal
solve-pictures = Kies andere foto's
solve-marks = Bekijk de tekst
solve-other-place = Kies een andere plek
solve-questions = Loop het na
solve-advice = Vraag advies

# Foto's kiezen.
pick-title = Foto's kiezen
pick-none = Er zijn nog geen foto's die iemand heeft nagelopen.
pick-albums = Naar de albums
pick-photo = foto { $n }
pick-button = Gebruik deze foto's

# Indienen.
submit-title = Klopt dit?
submit-duties = Dit hoort erbij
submit-duty = Je moet { $text } (artikel { $article }).
submit-who = Dit gaat naar: { $who }. Pas als iemand anders precies dit vrijgeeft, wordt het geplaatst.
statement-of = Artikel { $article }
step-wijzig = Wijzigen
step-dien-in = Dien in
step-akkoord = Geef precies dit vrij
step-terug = Stuur terug
step-aanhouden = Houd aan
step-afwijzen = Wijs af
step-laat-vallen = Laat vervallen
step-weghalen = Haal overal weg
refused-own-work = Wat je zelf schreef, geeft iemand anders vrij
refused-not-theirs = Volgens het protocol geeft iemand in een andere rol dit vrij
refused-not-the-author = Dit doet alleen wie het bericht schreef
refused-not-now = Zover is het bericht niet, of al voorbij. Kijk hoe het er nu voor staat
refused-not-ready = Er moet eerst nog iets gebeuren. Kijk bij het nakijken
refused-sending = Het bericht gaat er juist uit. Wacht tot dat klaar is
comment-missing = Schrijf erbij waarom
comment-doubt = Het protocol laat twijfel of er is iets om goed te bekijken. Schrijf waarom het toch kan

# Een bericht.
post-by = geschreven door { $who }
post-due = Gaat eruit op { $when }.
post-waits = Wacht op: { $who }.
post-release = Bekijk
claim-take = Ik doe dit
claim-back = Geef terug
claim-over = Neem over
claim-mine = Je bent hiermee bezig tot { $until }.
claim-theirs = { $who } is hiermee bezig tot { $until }.
post-left-out = Hier hoort het niet meer bij, en er gaat geen verbetering meer heen. Haal het daar weg via Bekijk.
post-left-stopped = Dit account is gestopt. Er gaat geen verbetering meer heen. Moet het daar weg? Haal het weg via Bekijk, of met de hand als dat niet lukt.
post-alt = Beschrijving: { $alt }
post-comment = Opmerking
post-comment-hint = Nodig als je het terugstuurt of afwijst, en bij twijfel.
post-history = Wat er gebeurde
event-begonnen = Begonnen
event-wijzig = Gewijzigd
event-dien-in = Ingediend
event-akkoord = Vrijgegeven
event-terug = Teruggestuurd
event-aanhouden = Aangehouden
event-afwijzen = Afgewezen
event-laat-vallen = Vervallen
event-gewist = Een foto hierin is gewist
event-afgedekt = Op verzoek is iemand afgedekt op een foto hierin
event-buiten = Gevraagd aan iemand buiten de school
event-plaatsing-openbaar = Geplaatst
event-plaatsing-verbeterd = Verbeterd
event-plaatsing-gestopt = Niet geplaatst
event-plaatsing-geweigerd = Geweigerd door het kanaal
event-plaatsing-met-de-hand = Klaar om met de hand te plaatsen
event-plaatsing-weghalen = Gevraagd om weg te halen
event-plaatsing-opnieuw = Opnieuw geprobeerd
event-plaatsing-gelezen = Reacties gelezen
event-plaatsing-weg = Weg, en dat is nagegaan
event-plaatsing-blijft = Kan niet worden teruggehaald
event-plaatsing-weghalen-mislukt = Weghalen mislukte
event-plaatsing-weghalen-met-de-hand = Moet met de hand weg

# Een plaatsing.
standing-gepland = gepland
standing-gepland-text = Het gaat eruit zodra het moment er is. Dan wordt alles nog een keer nagekeken.
standing-bezig = gaat eruit
standing-bezig-text = Het is verstuurd, en het kanaal heeft nog niet bevestigd dat het er staat.
standing-openbaar = openbaar
standing-openbaar-text = Het kanaal heeft bevestigd dat het er staat, of iemand liet het zien.
standing-met-de-hand = plaats met de hand
standing-met-de-hand-text = Dit kanaal kan het programma niet bereiken. Plaats precies wat hier staat, en laat het zien.
standing-gestopt = niet geplaatst
standing-gestopt-text = Op het moment van plaatsen klopte er iets niet meer.
standing-mislukt = geweigerd
standing-mislukt-text = Het kanaal nam het niet aan. Het staat er niet.
standing-wordt-verbeterd = wordt verbeterd
standing-wordt-verbeterd-text = De nieuwe tekst gaat ernaartoe. De oude staat er nog.
standing-verbeter-met-de-hand = verbeter met de hand
standing-verbeter-met-de-hand-text = Zet daar wat hier staat in plaats van wat er stond, en laat het zien.
standing-wordt-weggehaald = wordt weggehaald
standing-wordt-weggehaald-text = Het is gevraagd, en nog niet nagegaan dat het weg is. Het programma probeert het steeds weer. Heb je haast, haal het dan daar zelf weg en laat dat zien.
standing-weghalen-met-de-hand = haal met de hand weg
standing-weghalen-met-de-hand-text = Het programma kan hier niet bij. Haal het daar weg, en laat zien dat het weg is.
standing-weg = weg
standing-weg-text = Het is weg: dat is nagegaan of iemand liet het zien. Anderen kunnen het hebben bewaard.
standing-blijft = kan niet terug
standing-blijft-text = Het is verstuurd of gedrukt en kan niet worden teruggehaald. Doe wat nog kan, en laat het zien.
standing-weghalen-mislukt = weghalen mislukt
standing-weghalen-mislukt-text = Het staat er nog. Haal het daar zelf weg en laat dat zien, of probeer het opnieuw.
release-since = Openbaar sinds { $when }.
release-opnieuw = Probeer opnieuw
release-weghalen = Haal weg
release-gelezen = Ik heb de reacties gelezen
watch-text = Kijk wat anderen op het bericht antwoorden.
watch-done = Reacties gelezen op { $when }.
remove-title = Weghalen
hand-title = Zo plaats je het
hand-copy = Neem deze tekst over
hand-picture = Foto { $n }
hand-proof = Laat hieronder zien dat het er staat.
proof-openbaar = Waar staat het?
proof-openbaar-button = Het staat er
proof-verbeterd = Waar staat het?
proof-verbeterd-button = Het is verbeterd
proof-weg = Hoe heb je gezien dat het weg is?
proof-weg-button = Het is weg
proof-hint = Een link, of in woorden. Een schermafdruk mag ook.
proof-picture = Schermafdruk
proof-picture-hint = PNG of JPEG, hooguit 6 MB. Alleen als je geen link hebt.
proof-missing = Laat zien waar het staat, of hoe je zag dat het weg is: met een link, in woorden of met een schermafdruk
proof-broken = Het bestand kwam niet heel aan. Kies het opnieuw
proof-no-picture = Dit is geen PNG of JPEG. Kies een schermafdruk
proof-look = Bekijk de schermafdruk
proofs-title = Bewijs
proof-of-openbaar = Geplaatst
proof-of-verbeterd = Verbeterd
proof-of-weg = Weg
why-niet-vrijgegeven = Niemand heeft precies dit vrijgegeven.
why-eigen-werk = Wie het schreef, gaf het ook vrij.
why-tekst-veranderd = De tekst is niet meer wat is vrijgegeven.
why-foto-veranderd = Een foto is niet meer wat is vrijgegeven.
why-plaats-veranderd = De plek of het moment is niet meer wat is vrijgegeven.
why-protocol-veranderd = Het protocol is sinds het vrijgeven veranderd.
why-toestemming-veranderd = De toestemming van iemand in dit bericht is sinds het vrijgeven veranderd.
why-niet-in-orde = Er staat nu iets in de weg dat er bij het vrijgeven niet was.

# Wie geeft vrij?
terms-title = Wie geeft berichten vrij?
terms-named = Het protocol zegt het zelf (artikel { $article }): { $who }.
terms-unnamed = Het protocol noemt niemand. Daarom kiest je school.
terms-who = Wie geven vrij wat een ander schreef?
terms-who-hint = Een mentor doet dat voor de eigen groep. Niemand geeft eigen werk vrij.
terms-nobody = Kies minstens één rol
terms-button = Bewaren

# Iemand van buiten.
outside-title = Iemand buiten de school vragen
outside-text = Wie je vraagt krijgt een link die één keer werkt. Jij blijft verantwoordelijk: het vrijgeven komt op jouw naam, met de naam van wie je vroeg erbij.
outside-name = Naam
outside-address = E-mailadres
outside-button = Stuur de link
outside-name-missing = Vul de naam in van wie je vraagt
outside-address-wrong = Dit is geen e-mailadres. Bijvoorbeeld: naam@school.nl
outside-asked = { $name }, { $school } vraagt of dit zo geplaatst mag worden.
outside-not-ready = Er staat nu iets in de weg. U kunt het alleen terugsturen.
outside-comment-hint = Nodig als u het terugstuurt.
outside-stale = Deze link werkt niet meer
outside-stale-text = Hij is al gebruikt, is te oud, of het bericht is veranderd. Vraag de school om een nieuwe.
outside-released = Vrijgegeven
outside-returned = Teruggestuurd
outside-close = U kunt deze bladzijde sluiten.

# Wat op je wacht.
waits-release = Geef een bericht vrij of stuur het terug
done-release = Een bericht vrijgegeven dat nog niet geplaatst is
waits-late = Een bericht is te laat: kijk bij de kanalen en de taken
waits-returned = Een bericht kwam terug
waits-watch = Lees de reacties op een bericht
waits-wordt-weggehaald = Weghalen lukt nog niet: haal het zelf weg
waits-weghalen-met-de-hand = Haal een bericht met de hand weg
waits-weghalen-mislukt = Een bericht moet weg en staat er nog
waits-verbeter-met-de-hand = Verbeter een bericht met de hand
waits-mislukt = Een kanaal weigert een bericht
waits-gestopt = Een bericht is niet geplaatst
waits-met-de-hand = Plaats een bericht met de hand

# Brieven.
letter-outside-subject = { $school } vraagt u een bericht te bekijken
letter-outside =
    Geachte { $name },

    { $school } vraagt u te bekijken of een bericht zo geplaatst mag worden. De link werkt één keer, een week lang.

    { $link }
letter-submitted-subject = Er wacht een bericht op je
letter-submitted =
    Hallo { $name },

    Iemand van je school heeft een bericht ingediend. Bekijk het en geef het vrij, of stuur het terug.

    Hier staat het:
    { $link }
letter-remind-subject = Er wacht nog een bericht op je
letter-remind =
    Hallo { $name },

    Een bericht van je school wacht sinds een werkdag op iemand die het vrijgeeft.

    Hier staat het:
    { $link }
letter-escalate-subject = Een bericht wacht te lang
letter-escalate =
    Hallo { $name },

    Een bericht van je school wacht al twee werkdagen op iemand die het vrijgeeft. Wie de school leidt en wie het schreef krijgen dit ook.

    Hier staat het:
    { $link }
letter-approved-subject = Je bericht is vrijgegeven
letter-approved =
    Hallo { $name },

    Je bericht is vrijgegeven en wordt geplaatst.

    Hier staat het:
    { $link }
letter-returned-subject = Je bericht kwam terug
letter-returned =
    Hallo { $name },

    Je bericht kwam terug met een opmerking. Pas het aan en dien het opnieuw in.

    Hier staat het:
    { $link }
letter-rejected-subject = Je bericht wordt niet geplaatst
letter-rejected =
    Hallo { $name },

    Je bericht is afgewezen. Erbij staat waarom.

    Hier staat het:
    { $link }
letter-held-subject = Je bericht is aangehouden
letter-held =
    Hallo { $name },

    Wie het vrijgeeft, wacht nog even met je bericht.

    Hier staat het:
    { $link }
letter-late-subject = Een bericht is te laat
letter-late =
    Hallo { $name },

    Een bericht had vijf minuten geleden geplaatst moeten zijn en is dat niet. Kijk bij de kanalen en de taken wat er aan de hand is.

    Hier staat het:
    { $link }
letter-openbaar-subject = Je bericht staat er
letter-openbaar =
    Hallo { $name },

    Het kanaal heeft bevestigd dat het bericht er staat. Kijk later wat anderen antwoorden.

    Hier staat het:
    { $link }
letter-gestopt-subject = Een bericht is niet geplaatst
letter-gestopt =
    Hallo { $name },

    Op het moment van plaatsen klopte er iets niet meer. Het bericht staat er niet.

    Hier staat het:
    { $link }
letter-mislukt-subject = Een kanaal weigert een bericht
letter-mislukt =
    Hallo { $name },

    Een kanaal nam een bericht niet aan. Het bericht staat er niet.

    Hier staat het:
    { $link }
letter-met-de-hand-subject = Er is een bericht om met de hand te plaatsen
letter-met-de-hand =
    Hallo { $name },

    Een bericht is vrijgegeven voor een kanaal dat het programma niet bereikt. Plaats het met de hand en laat het zien.

    Hier staat het:
    { $link }
letter-verbeter-met-de-hand-subject = Er is een bericht om met de hand te verbeteren
letter-verbeter-met-de-hand =
    Hallo { $name },

    Een verbetering is vrijgegeven voor een kanaal dat het programma niet bereikt.

    Hier staat het:
    { $link }
letter-weghalen-met-de-hand-subject = Haal een bericht met de hand weg
letter-weghalen-met-de-hand =
    Hallo { $name },

    Een bericht moet weg van een kanaal dat het programma niet bereikt. Haal het weg en laat zien dat het weg is.

    Hier staat het:
    { $link }
letter-blijft-subject = Een bericht kan niet terug
letter-blijft =
    Hallo { $name },

    Een bericht moet weg en kan daar niet worden teruggehaald: het is verstuurd of gedrukt. Kijk wat nog kan.

    Hier staat het:
    { $link }
letter-weghalen-mislukt-subject = Weghalen is mislukt
letter-weghalen-mislukt =
    Hallo { $name },

    Een bericht moet weg en staat er nog. Haal het zelf weg, of probeer het opnieuw.

    Hier staat het:
    { $link }
letter-weg-subject = Een bericht is weg
letter-weg =
    Hallo { $name },

    Een bericht is weggehaald, en dat is nagegaan.

    Hier staat het:
    { $link }
