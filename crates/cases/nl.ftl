# Menu.
menu-signal = Melden
menu-cases = Zaken

# Melden.
signal-title = Er ging iets mis
signal-lead = Zag je iets op sociale media dat niet hoort, of is jou iets aangedaan? Vertel het hier. De school kijkt ernaar en jij hoort wat ermee gebeurt.
signal-heard = Dit leest: { $who }.
signal-what = Wat is er gebeurd?
signal-what-hint = Schrijf wat je zag, waar en wanneer. Weet je niet alles? Dat geeft niet.
signal-short = Schrijf in een paar woorden op wat er gebeurde
signal-link = Internetadres van het bericht
link-wrong = Dit is geen internetadres. Kopieer het hele adres, het begint met https://
signal-image = Blote of seksuele beelden
signal-image-yes = Er is een blote of seksuele foto of film bij betrokken. Stuur die niet mee.
signal-file = Schermafdruk of bestand
signal-file-hint = Hoogstens 25 MB. Nooit een blote of seksuele foto of film, ook niet als bewijs.
signal-staff = Een medewerker van de school
signal-staff-yes = Ik vermoed dat een medewerker een leerling seksueel lastigvalt of misbruikt.
signal-for = Namens wie?
signal-for-yes = Ik geef dit door voor iemand anders.
signal-button = Meld het
school = School
school-missing = Kies de school
article = artikel { $number }
text-long = Maak de tekst korter: hoogstens 6000 tekens
text-short = Schrijf hier een paar woorden
anonymous-promise = Je hoeft niet te zeggen wie je bent. We bewaren geen naam, geen adres en geen gegevens van je telefoon. Je krijgt een code, waarmee je later terugkomt.
derails-title = Dreigt het uit de hand te lopen?
derails-text = Met één druk op de knop hoort het meteen: { $who }.
derails-label = Waar gaat het over?
derails-button = Waarschuw nu
derails-no-words = Er dreigt iets uit de hand te lopen. Wie dit meldde, schreef er niets bij: neem meteen contact op.

# Gemeld.
taken-title = We hebben je melding
taken-number = Nummer
taken-next = De school kijkt ernaar. Je leest hier wat de school je schrijft.
taken-derails = Wie erover gaat, krijgt nu bericht. Zit iemand in gevaar? Bel dan 112.
taken-thread = Lees je melding terug
taken-dropped = Het bestand is niet bewaard. Lees hieronder waarom.
code-yours = Je code
code-keep = Schrijf de code op of maak er een foto van. Zonder code kun je niet terugkomen: niemand kan hem opzoeken.
code-link = Kom terug met je code
code-title = Kom terug met je code
code-label = Code
code-hint = Vijf groepjes van vier tekens.
code-button = Open je melding
code-wrong = Deze code is niet bekend. Kijk of alle twintig tekens kloppen. Een zaak die lang geleden is gesloten, is gewist.
image-title = Blote of seksuele beelden
image-text = Bewaar, verstuur of bekijk het beeld niet, ook niet als bewijs: dat is strafbaar. Schrijf alleen op waar en wanneer het te zien was.
image-police = Politie: 0900-8844, bij gevaar 112.
image-help = Helpwanted.nl (Offlimits) helpt je gratis om het weg te krijgen. Meld het ook bij het platform zelf.
staff-title = Een vermoeden over een medewerker
staff-text = Hiervoor geldt een wettelijke meldplicht. Deze melding gaat niet langs de gewone weg, maar meteen naar het bestuur (WPO art. 4a, WVO 2020 art. 3.39).
staff-board = Werk je op school? Vertel het dan zelf ook meteen aan het bestuur.
staff-inspector = Het bestuur overlegt meteen met de vertrouwensinspecteur: 0900-111 3 111.
staff-police = Bij een redelijk vermoeden doet het bestuur aangifte. Onderzoek niets zelf.

# Wat iemand meldde.
mine-title = Mijn meldingen
mine-none = Je hebt niets gemeld.
thread-title = Je melding
thread-yours = Wat je meldde
thread-school = De school schrijft
thread-you = Jij schrijft
thread-write = Schrijf aan de school
thread-button = Verstuur
message-short = Schrijf een bericht
far-new = Nog niet gelezen door wie erover gaat
far-open = De school is ermee bezig
far-done = Afgesloten

# De lijst.
cases-title = Zaken
cases-find = Zoek op nummer of naam
cases-find-button = Zoek
cases-none = Hier is niets.
cases-more = Volgende
head-number = Nummer
head-since = Binnengekomen
head-lead = Wie leidt
head-next = Wat komt er
nothing-next = geen termijn
nobody-yet = niemand
urgent = spoed
late = te laat
state-signaal = Nieuw
state-open = In behandeling
state-gesloten = Gesloten
state-advies = Was een vraag
state-niet-van-ons = Niet van ons
state-dubbel = Dubbel
state-meldroute = Meldplicht
way-formulier = formulier
way-anoniem = zonder naam
way-ontspoort = dreigt te ontsporen
way-doorgestuurd = doorgegeven
way-gevonden = gevonden
waits-signal = Melding { $number } wacht
waits-term = Zaak { $number }: { $what }
work-leidt = leidt zaak { $number }
work-vervangt = vervangt in zaak { $number }
work-leest = helpt bij zaak { $number }

# Wat de school volgt.
watch-title = Wat de school volgt
watch-lead = Het programma leest deze plekken elk uur. Wat nieuw is, komt als melding binnen bij wie meldingen leest.
watch-link = Adres van de feed
watch-link-hint = RSS of Atom. Voor een hashtag op een Mastodon-server: https://SERVER/tags/WOORD.rss
watch-words = Alleen met een van deze woorden
watch-words-hint = Met komma's ertussen, zoals de naam van de school. Leeg: alles.
watch-for = Woorden: { $words }
watch-read = Gelezen op { $when }
watch-new = Nog niet gelezen
watch-stop = Niet meer volgen
watch-add = Nog iets volgen
watch-button = Volgen
watch-many = De school volgt al twintig plekken: stop er eerst met een

# Eén zaak.
case-number = Zaak { $number }
case-signalled = Wat er gemeld is
case-road = De weg
case-parties = Wie erbij betrokken zijn
case-seats = Wie het behandelen
case-articles = Het gaat om
case-do = Meer doen
case-verdict = Het oordeel van Mag dit?
case-ask = Vraag het oordeel bij Mag dit?
case-story = Wat er gebeurde
case-goes = Deze zaak wordt gewist na { $day }.
parties-none = Nog niemand.
party-none = Voeg eerst toe wie erbij betrokken is.
party-missing = Kies iemand die erbij betrokken is
parent-of = van { $who }
cleared = treft geen verwijt
to-board = bij het bestuur
led-by = { $who } leidt deze zaak.
unknown-reporter = iemand zonder naam
take-up-text = Pak je dit op, dan leid jij de zaak en staat de eerste taak klaar. Is het geen zaak? Kies dan hieronder ‘Geen zaak’.
take-up-button = Ik pak dit op
first-task = Hoor wie getroffen is en wie het deed, ieder apart, en spreek af wat nu nodig is.
save-file = Bewaar { $name } op je computer
part-getroffen = getroffen
part-gedaan = deed het, of zou het gedaan hebben
part-getuige = getuige
part-ouder = ouder
part-genoemd = naam gebruikt door een ander
seat-leidt = leidt
seat-vervangt = vervangt
seat-leest = helpt en leest
seat-none = geen plek meer
step-join = Wie is erbij betrokken?
step-articles = Welke artikelen spelen mee?
step-talk = Praten met wie het betreft
step-restore = Herstellen: weghalen, verbeteren, excuses
step-decide = Beslissen over een maatregel, of geen
step-police = Beslissen over de politie
step-board = Beslissen of het bestuur het hoort
step-aftercare = Nazorg voor wie getroffen is
step-close = Afsluiten met een antwoord

# Wat er kan.
act-button = Bewaren
act-notitie = Notitie
act-bericht = Schrijf aan wie het meldde
act-taak = Taak
act-klaar = Afronden
act-betrokkene = Betrokkene toevoegen
act-plek = Plek geven of nemen
act-artikelen = Naam en artikelen
act-gesprek = Gesprek plannen
act-verslag = Verslag van het gesprek
act-herstel = Herstel vragen
act-nagegaan = Nagaan of het gebeurd is
act-maatregel = Maatregel voorbereiden
act-stap = Wettelijke stap vastleggen
act-opleggen = Maatregel opleggen
act-laten-vallen = Maatregel laten vallen
act-geen-maatregel = Geen maatregel
act-bezwaar = Bezwaar vastleggen
act-reactie = Reactie in het bezwaar
act-beslissing = Beslissen op het bezwaar
act-bestuur = Bestuur inlichten of niet
act-politie = Politie
act-nepaccount = Nepaccount
act-nazorg = Nazorg
act-afwijzen = Geen zaak
act-sluiten = Zaak sluiten
act-heropenen = Zaak heropenen
act-bewaren = Langer bewaren
act-bewijs = Bewijs toevoegen
notitie-tekst = Notitie
bericht-tekst = Bericht
bericht-tekst-hint = Wie het meldde leest dit. Schrijf niets over anderen wat die niet mag weten.
nobody-to-write = Wie dit meldde, is niet te bereiken
taak-tekst = Wat moet er gebeuren?
taak-dag = Uiterlijk
klaar-tekst = Hoe is het gegaan?
betrokkene-naam = Naam
betrokkene-naam-hint = Twee letters zijn genoeg om te zoeken.
betrokkene-wie = Wie is het?
betrokkene-deel = In welke rol, in deze zaak?
betrokkene-van = Ouder van wie?
join-outside = Iemand van buiten de school
join-of-nobody = Niet van toepassing
join-name = Schrijf een naam van minstens twee letters
join-part = Kies een rol in deze zaak
join-who = Kies wie het is
join-twice = Diegene staat al in deze zaak in die rol
plek-wie = Wie?
plek-plek = Welke plek?
seat-who = Kies iemand die zaken behandelt op deze school
seat-which = Kies een plek
seat-conflict = Wie bij de zaak betrokken is, behandelt haar niet
seat-lead-left = Geef eerst een ander de leiding
artikelen-titel = Korte naam van de zaak
artikelen-titel-hint = Zonder namen van mensen.
artikelen-artikel = Artikelen van het protocol
artikelen-oordeel = Adres van het oordeel bij Mag dit?
artikelen-oordeel-hint = Beantwoord daar wat er gebeurde en plak hier het adres van de pagina.
verdict-wrong = Dit is geen adres van Mag dit? van jouw school
nazorg-voor = Voor wie?
nazorg-tekst = Wat is er nodig?
nazorg-dag = Uiterlijk
afwijzen-wordt = Wat is het wel?
afwijzen-reden = Waarom?
afwijzen-antwoord = Antwoord aan wie het meldde
afwijzen-stil = Of geen antwoord
afwijzen-waarom = Waarom geen antwoord?
turn-advies = Het was een vraag
turn-niet-van-ons = Het is niet van onze school
turn-dubbel = Het was al gemeld
turn-missing = Kies wat het is
gesprek-met = Met wie?
gesprek-soort = Wat voor gesprek?
gesprek-dag = Dag
gesprek-tijd = Tijd
gesprek-waar = Waar?
talk-named = Volgens artikel { $article } voert dit gesprek: { $who }.
talk-talk = Gesprek
talk-hearing = Horen, voordat er over een maatregel wordt beslist
time-wrong = Dit is geen tijd. Schrijf bijvoorbeeld 14:30
day-wrong = Dit is geen dag. Kies een dag
day-past = Deze dag is voorbij
day-future = Deze dag moet nog komen
verslag-met = Wie waren erbij?
verslag-dag = Wanneer was het?
verslag-tekst = Wat is er gezegd en afgesproken?
verslag-akkoord = Zijn ze het eens met dit verslag?
held-agreed = Eens met het verslag
held-not-agreed = Niet eens met het verslag
held-choose = Kies of ze het eens zijn met het verslag
herstel-aan = Aan wie wordt het gevraagd?
herstel-wat = Wat wordt er gevraagd?
herstel-link = Internetadres van het bericht
herstel-tekst = Wat is er afgesproken?
herstel-dag = Uiterlijk
restore-platform = Het platform waar het staat
restore-named = Artikel { $article } noemt hoe er hersteld wordt: dat is al aangevinkt.
restore-verwijderen = bericht weghalen
restore-corrigeren = rechtzetten
restore-excuses = excuses aanbieden
restore-what = Kies wat er gevraagd wordt
nagegaan-wat = Wat is nagegaan?
nagegaan-gedaan = Is het gebeurd?
nagegaan-tekst = Hoe zag je dat?
restored-yes = Ja, gezien
restored-no = Nee, nog niet
restored-choose = Kies of het gebeurd is
choose-one = Kies er één
maatregel-wie = Voor wie?
maatregel-trap = Welke trap van het protocol?
maatregel-soort = Wat is het volgens de wet?
maatregel-openbaar = Wat voor school is het?
maatregel-openbaar-hint = Voor bezwaar gelden andere regels op een openbare school.
maatregel-reden = Waarom deze maatregel?
maatregel-reden-hint = Noem wat er gedaan is en het artikel. Geen strafbaar feit: dat staat alleen bij de politie.
maatregel-van = Eerste dag
maatregel-tot = Laatste dag
measure-step-hint = artikel { $article }, beslist: { $who }
measure-other-step = Een andere, die het protocol niet noemt
measure-waarschuwing = waarschuwing, gesprek of andere afspraak
measure-schorsing = schorsing van een leerling
measure-verwijdering = verwijdering van een leerling
measure-ordemaatregel = maatregel voor een medewerker, binnen de cao
measure-no-staff = Deze maatregel is alleen voor een medewerker
measure-no-pupil = Deze maatregel is alleen voor een leerling
measure-backwards = De laatste dag ligt voor de eerste
measure-complete = Alle wettelijke stappen zijn vastgelegd.
measure-blocked = Kan nog niet. Eerst nodig: { $what }
measure-warned = Let op: { $what }
measure-nevertheless = Toch opleggen; de reden staat in de brief
measure-think = Los op wat hierboven staat, of vink aan dat het toch moet
measure-objecting = U kunt hiertegen bezwaar maken tot en met { $day }. Schrijf dan aan het bestuur van de school waarom u het er niet mee eens bent.
stap-stap = Welke stap?
stap-dag = Wanneer?
stap-tekst = Met wie, en wat kwam eruit?
opleggen-toch = Toch doorgaan?
opleggen-brief = De brief
laten-vallen-reden = Waarom niet?
geen-maatregel-reden = Waarom geen maatregel?
geen-maatregel-reden-hint = Niet optreden is ook een besluit.
school-public = openbare school
school-special = bijzondere school
bezwaar-wie = Wie maakt bezwaar?
bezwaar-dag = Op welke dag kwam het binnen?
bezwaar-tijd = Hoe laat?
bezwaar-tekst = Waarom is iemand het er niet mee eens?
objection-until = Bezwaar kan tot en met { $day }.
objection-no-term = De wet noemt hiervoor geen termijn.
reactie-van = Van wie?
reactie-tekst = Wat is er gezegd?
said-ours = van de school
said-theirs = van wie bezwaar maakt
beslissing-uitkomst = Wat is de beslissing?
beslissing-reden = Waarom?
ruled-blijft = De maatregel blijft
ruled-gewijzigd = De maatregel is gewijzigd
ruled-vervalt = De maatregel vervalt
ruled-by-other = Jij legde de maatregel op: een ander beslist op het bezwaar
bestuur-inlichten = Wordt het bestuur ingelicht?
bestuur-beslist = Wie beslist?
bestuur-reden = Waarom?
board-named = Volgens artikel { $article } beslist de schoolleiding of het bestuur wordt ingelicht.
board-told = Ja
board-not-told = Nee
board-decides = Het bestuur beslist over de maatregel en behandelt de zaak verder
board-untold-decides = Wie niets weet, kan niet beslissen: licht het bestuur dan in
politie-keuze = Wat is er besloten?
politie-reden = Waarom?
politie-feit = Om welk strafbaar feit zou het gaan?
politie-feit-hint = Dit staat alleen hier, en alleen wie beslist ziet het.
politie-slachtoffer = Wie is getroffen?
politie-bekend = Op welke dag hoorde die ervan?
police-reports = Volgens artikel { $article } doet de school aangifte van een mogelijk strafbaar feit.
police-weighs = Volgens artikel { $article } weegt de school of ze aangifte doet.
police-gedaan = Er is aangifte gedaan
police-verteld = Wie getroffen is, weet hoe zelf aangifte te doen
police-niet = Er is geen aangifte gedaan
police-complaint-needs = Hiervoor is een klacht nodig van wie getroffen is: kies wie dat is, en op welke dag die ervan hoorde
police-complaint-task = Herinner wie getroffen is (onder de 16: de ouders): een klacht bij de politie kan tot en met { $day }.
offence-none = Dat weet ik niet
offence-belediging = belediging
offence-smaad = smaad
offence-laster = laster
offence-tegen-gezag = belediging of smaad tegen een openbare instelling
offence-lasterlijke-aanklacht = lasterlijke aanklacht
offence-dwang = dwang met smaad
offence-bedreiging = bedreiging
offence-belaging = belaging (stalken)
offence-doxing = doxing
offence-seksueel-beeld = seksueel beeld, stiekem gemaakt of verspreid
offence-seksueel-beeld-minderjarige = seksueel beeld van een minderjarige
offence-seksuele-benadering = seksuele benadering van een kind
nepaccount-wie = Wie zou het account gemaakt hebben?
nepaccount-bewezen = Wat is gebleken?
nepaccount-reden = Hoe is dat nagegaan?
fake-named = Artikel { $article }: is bewezen dat een ander het account maakte, dan treft deze persoon geen verwijt.
fake-proven = Bewezen: een ander maakte het account
fake-not-proven = Niet bewezen
sluiten-antwoord = Antwoord aan wie het meldde
sluiten-antwoord-hint = Zeg wat je mag zeggen: niets over wat een ander kreeg.
sluiten-stil = Of geen antwoord
sluiten-waarom = Waarom geen antwoord?
answer-silent = Wie het meldde krijgt geen antwoord
answer-why = Schrijf op waarom er geen antwoord komt
answer-missing = Schrijf een antwoord, of vink aan dat er geen komt
open-tasks = Er staat nog iets open met een termijn
open-police = Er is nog niets besloten over de politie
open-board = Er is nog niet besloten of het bestuur het hoort
open-measure = Er ligt nog een maatregel klaar: leg die op of laat haar vallen
open-decision = Er is nog niet besloten: een maatregel, of geen
open-objection = Er is nog niet beslist op een bezwaar
open-answer = Wie het meldde hoorde nog niets
heropenen-reden = Waarom?
bewaren-dag = Tot wanneer?
bewaren-reden = Waarom?
hold-day = Kies een dag binnen een jaar
evidence-text = Wat is het?
evidence-file-hint = Hoogstens 25 MB. Het wordt bewaard zoals het is en nergens geopend.
evidence-check = Zeker weten
evidence-none = Er staat geen bloot of seksueel beeld in
evidence-promise = Vink aan dat er geen bloot of seksueel beeld in staat
evidence-nothing = Schrijf iets, plak een adres of kies een bestand

# Wat er gebeurde.
event-note = Notitie
event-evidence = Bewijs
event-message = Bericht
event-message-ours = Aan wie het meldde
event-message-theirs = Van wie het meldde
event-task = Taak
event-done = Afgerond
event-aftercare = Nazorg
event-aftercare-for = Nazorg voor { $who }
event-talk = Gesprek
event-talk-with = Gesprek met { $who }
event-hearing-with = Hoorgesprek met { $who }
event-held-with = Gesproken met { $who }
event-cancelled = Ging niet door
event-restore = Herstel
event-restore-of = Herstel gevraagd aan { $who }
event-restored-yes = Nagegaan en gebeurd: { $what }
event-restored-no = Nagegaan en niet gebeurd: { $what }
event-measure-for = Maatregel voorbereid voor { $who }: { $step }
event-imposed = Maatregel opgelegd
event-dropped = Maatregel vervallen
event-not-acting = Geen maatregel
event-objection = Bezwaar
event-objection-late = Bezwaar, na de termijn
event-said-ours = De school reageert op het bezwaar
event-said-theirs = Wie bezwaar maakt, reageert
event-board-told = Het bestuur is ingelicht
event-board-decides = Het bestuur is ingelicht en beslist
event-board-not-told = Het bestuur is niet ingelicht
event-fake-proven = { $who } treft geen verwijt: een ander maakte het account
event-fake-not-proven = Niet bewezen dat een ander het account van { $who } maakte
event-answer = Antwoord aan wie het meldde
event-answer-silent = Geen antwoord aan wie het meldde
event-seated-leidt = { $who } leidt
event-seated-vervangt = { $who } vervangt
event-seated-leest = { $who } helpt
event-seated-geen = { $who } heeft geen plek meer
event-joined-who = { $who } is toegevoegd
event-hold-until = Blijft bewaard tot en met { $day }
event-due = uiterlijk { $day }
event-over = afgerond
turned-signaal = Weer een melding
turned-open = Weer geopend
turned-gesloten = Gesloten
turned-advies = Was een vraag
turned-niet-van-ons = Niet van ons
turned-dubbel = Was al gemeld
turned-meldroute = Meldplicht
legal-voornemen = Voornemen bekendgemaakt
legal-horen-leerling = Leerling gehoord
legal-horen-ouders = Ouders gehoord
legal-horen-groepsleraar = Groepsleraar gehoord
legal-horen-medewerker = Medewerker gehoord
legal-overleg-inspectie = Overlegd met de inspectie
legal-andere-school = Andere school bereid
legal-bevoegd = Bevoegdheid vastgelegd
legal-grond-cao = Grond in de cao
legal-schoolwerk = Schoolwerk geregeld
legal-melding-inspectie = Gemeld bij de inspectie
legal-melding-gemeente = Gemeld bij de gemeente

# Wat de wet vraagt.
need-voornemen = maak het voornemen eerst schriftelijk bekend
need-horen-leerling = hoor eerst de leerling
need-horen-ouders = hoor eerst de ouders
need-horen-groepsleraar = hoor eerst de groepsleraar
need-horen-medewerker = hoor eerst de medewerker
need-overleg-inspectie = overleg eerst met de inspectie
need-andere-school = een andere school moet bereid zijn de leerling aan te nemen
need-bevoegd = het bestuur beslist, of wie het daartoe machtigde
need-grond-protocol = noem het artikel van het protocol
need-grond-cao = noem het artikel van de cao
need-begin-en-einde = kies de eerste en de laatste dag
need-hoogstens-week = een schorsing duurt hoogstens zeven dagen
need-hoogstens-vijf-schooldagen = in de praktijk zijn vijf schooldagen de grens
need-samen-hoogstens-week = samen met wat eraan voorafging duurt het langer dan een week
need-gesprek-of-brief = voer een gesprek of schrijf een brief
need-redenen = geef de redenen
need-brief-leerling = schrijf de leerling
need-brief-ouders = schrijf de ouders
need-brief-medewerker = schrijf de medewerker
need-bezwaar-genoemd = noem het bezwaar in de brief
need-schoolwerk = regel het schoolwerk
need-melding-inspectie = meld het meteen schriftelijk, met redenen, aan de inspectie
need-melding-gemeente = meld het meteen aan de gemeente
act-of-atw = Algemene termijnenwet
act-of-awb = Awb
act-of-wpo = WPO
act-of-wvo = WVO 2020
act-of-lpw = Leerplichtwet
act-of-sr = Sr
act-of-protocol = eigen protocol
act-of-cao = cao
act-of-praktijk = goede praktijk

# Brieven over een maatregel.
letter-measure-waarschuwing =
    Betreft: { $step }

    Beste { $who },

    Op { $school } hebben we afspraken over sociale media. Er is iets gebeurd dat daar niet bij past.

    { $reason }

    Daarom krijg je: { $step } (artikel { $article } van het protocol).

    Wil je hierover praten? Neem dan contact met ons op.
letter-measure-schorsing =
    Betreft: schorsing van { $who }

    Beste { $who }, beste ouders,

    { $school } schorst { $who } van { $from } tot en met { $until }.

    De reden: { $reason }

    Dit besluit rust op artikel { $article } van het protocol. Tijdens de schorsing gaat het schoolwerk door; daarover maken we een afspraak.
letter-measure-verwijdering =
    Betreft: verwijdering van { $who }

    Beste { $who }, beste ouders,

    { $school } heeft besloten { $who } van school te verwijderen.

    De reden: { $reason }

    Dit besluit rust op artikel { $article } van het protocol. Een andere school is bereid { $who } aan te nemen.
letter-measure-ordemaatregel =
    Betreft: { $step }

    Beste { $who },

    { $school } legt een maatregel op: { $step }.

    De reden: { $reason }

    Dit besluit rust op artikel { $article } van het protocol en op de cao.

# Brieven.
letter-signal-subject = Melding { $number } is binnengekomen
letter-signal-text =
    Er is een melding binnengekomen die jij leest.

    Lees het hier:
    { $link }
letter-derails-subject = Spoed: melding { $number }
letter-derails-text =
    Er dreigt iets uit de hand te lopen. Kijk er nu naar.

    Lees het hier:
    { $link }
letter-waits-subject = Zaak { $number } wacht
letter-waits-text =
    Deze zaak wacht op iemand die haar oppakt of leidt.

    Lees het hier:
    { $link }
letter-seated-subject = Je hebt een plek in zaak { $number }
letter-seated-text =
    Iemand gaf je een plek in een zaak.

    Lees het hier:
    { $link }
letter-due-subject = Zaak { $number }: een termijn komt eraan
letter-due-text =
    In een zaak die jij leidt is iets bijna of al te laat.

    Lees het hier:
    { $link }
letter-board-subject = Zaak { $number } ligt bij het bestuur
letter-board-text =
    Een zaak van een school ligt vanaf nu bij het bestuur.

    Lees het hier:
    { $link }
letter-mandatory-subject = Spoed: melding { $number } voor het bestuur
letter-mandatory-text =
    Er kwam een melding binnen waarvoor een wettelijke meldplicht geldt.

    Lees het hier:
    { $link }
letter-wrote-subject = Zaak { $number }: wie het meldde schreef
letter-wrote-text =
    Wie het meldde, schreef iets.

    Lees het hier:
    { $link }
letter-answered-subject = Er is een bericht over je melding { $number }
letter-answered-text =
    De school schreef je over je melding.

    Lees het hier:
    { $link }
