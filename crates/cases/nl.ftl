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
received-title = Brieven van de school
received-lead = Wat de school schreef omdat je ergens bij betrokken bent. Ben je het niet eens met een maatregel, dan zeg je dat hier.
received-none = De school schreef je geen brief.
object-title = Over: { $step }
object-until = Je kunt hier bezwaar maken tot en met { $day }. Iemand anders dan wie het besloot beslist daarover.
object-late = De termijn voor bezwaar is voorbij. Je kunt het nog schrijven; de school zegt of ze er nog over beslist.
object-no-term = Je kunt hier zeggen dat je het er niet mee eens bent. Iemand anders dan wie het besloot beslist daarover.
object-why = Waarom ben je het er niet mee eens?
object-more = Schrijf er iets bij
object-button = Maak bezwaar
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
way-mail = per mail
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

# De mailbox voor meldingen.
mailbox-title = Mailbox voor meldingen
mailbox-lead = Wat mensen naar dit adres mailen of doorsturen, komt als melding binnen bij wie meldingen leest. Het programma kijkt elke tien minuten.
mailbox-naked = Zeg erbij als je dit adres bekendmaakt: stuur nooit een blote of seksuele foto of film mee. Noemt een mail zo'n beeld, dan neemt het programma geen bijlagen over.
mailbox-none = De school heeft hier geen mailbox voor.
mailbox-host = Server (IMAP)
mailbox-host-hint = Bijvoorbeeld imap.school.nl
mailbox-port = Poort
mailbox-security = Beveiliging
mailbox-tls = TLS vanaf het begin (poort 993)
mailbox-starttls = STARTTLS (poort 143)
mailbox-user = Gebruiker
mailbox-password = Wachtwoord
mailbox-password-hint = Liefst een wachtwoord dat alleen voor dit programma is.
mailbox-password-keep = Laat dit leeg om het wachtwoord te houden dat er al is.
mailbox-folder = Map
mailbox-folder-hint = Meestal INBOX
mailbox-add = Een mailbox aansluiten
mailbox-change = Wijzigen
mailbox-button = Bewaren
mailbox-stop = Niet meer lezen
mailbox-host-wrong = Vul de naam van de server in, zoals imap.school.nl
mailbox-port-wrong = Vul een poort in: een getal, meestal 993
mailbox-security-wrong = Kies hoe de verbinding is beveiligd
mailbox-user-wrong = Vul de gebruiker in
mailbox-password-wrong = Vul het wachtwoord in
mailbox-password-again = Vul het wachtwoord opnieuw in: de server of de gebruiker is anders
mailbox-folder-wrong = Vul de map in, met gewone letters, zoals INBOX
mailbox-waiting = Mails die in de mailbox voor meldingen blijven: { $many }. Er kwamen er te veel tegelijk. Ze zijn nog ongelezen en komen later; kijk zelf als het niet kan wachten.
mailbox-unreachable = De mailserver is niet te bereiken. Klopt de naam, en de poort?
mailbox-timed-out = De mailserver antwoordt niet op tijd. Het programma probeert het weer.
mailbox-not-secure = De verbinding met de mailserver is niet veilig: het certificaat klopt niet, of er is geen TLS. Er is niets gelezen.
mailbox-address = Dit is geen openbaar adres. Het programma maakt daar geen verbinding mee.
mailbox-credentials = De gebruiker of het wachtwoord klopt niet, of niet meer. Vul het opnieuw in.
mailbox-folder-gone = Deze map is er niet in de mailbox.
mailbox-full = De mailbox is vol: nieuwe mail wordt geweigerd. Maak er ruimte in.
mailbox-not-understood = De server antwoordt iets wat het programma niet begrijpt. Is het wel een IMAP-server?
mail-says = zegt { $who } te zijn
mail-from = De mail zegt van { $name } { $address } te zijn. Dat is niet nagegaan. Antwoorden gaan alleen naar een adres dat de school al heeft.
mail-nobody = De mail zegt niet van wie hij is.
mail-at = Geschreven op { $when }, zegt de mail.
mail-cut = De tekst was langer; het vervolg staat in de mailbox.
mail-left-groot = niet overgenomen, het bestand is te groot
mail-left-veel = niet overgenomen, het zijn te veel bestanden
mail-left-diep = niet overgenomen, het zit te diep in andere berichten
mail-left-kapot = niet overgenomen, het is niet te lezen
mail-left-programma = niet overgenomen, het is iets wat kan starten
mail-left-archief = niet overgenomen, het is een ingepakt bestand
mail-left-macro = niet overgenomen, er kunnen macro's in zitten
mail-left-onbekend = niet overgenomen, het is geen foto, film, geluid, tekst of document
mail-left-beeld = niet overgenomen, de mail noemt een bloot of seksueel beeld. Open de bijlage ook niet in de mailbox.
mail-left-geheel = bijlagen niet overgenomen, de mail is te groot

# Vermeldingen op een netwerk.
watch-mentions = Vermeldingen van { $name } ({ $network })
watch-mentions-add = Vermeldingen volgen
watch-mentions-lead = Wie jullie account op Bluesky of Mastodon noemt of beantwoordt, komt hier als melding binnen.
watch-mentions-none = Er is geen account op Bluesky of Mastodon aangesloten. Dat doet wie de kanalen beheert.
watch-account = Account
watch-account-wrong = Kies een account dat is aangesloten

# Eén zaak.
case-number = Zaak { $number }
case-signalled = Wat er gemeld is
case-road = De weg
case-parties = Wie erbij betrokken zijn
case-seats = Wie het behandelen
case-articles = Het gaat om
case-do = Meer doen
case-verdict = Het protocol zegt hierover:
signal-with-verdict = Dit oordeel van Mag dit? gaat mee met je melding.
verdict-into-case = Schrijf dit oordeel op in zaak { $number }
case-ask = Vraag het oordeel bij Mag dit?
case-story = Wat er gebeurde
case-goes = Deze zaak wordt gewist na { $day }.
parties-none = Nog niemand.
party-none = Voeg eerst toe wie erbij betrokken is.
party-missing = Kies iemand die erbij betrokken is
overtaken = Dit is intussen al gedaan of veranderd door iemand anders. Er is niets dubbel gedaan. Kijk in de zaak hoe het nu staat.
precedents-title = Eerder besloten in zaken met een zelfde artikel, zonder namen
precedents-none = In de laatste vijf schooljaren is over geen van deze artikelen eerder besloten.
precedents-no-articles = Zeg eerst welke artikelen spelen: dan staat hier wat eerder besloten is.
precedents-line = { $count } keer: { $what }
precedents-line-days = { $count } keer: { $what }, { $least } tot { $most } dagen
precedents-line-day = { $count } keer: { $what }, { $least ->
    [1] 1 dag
   *[other] { $least } dagen
}
precedents-changed = { $line }; { $count } keer gewijzigd of vervallen na bezwaar
precedents-heavier = Dit is zwaarder dan wat eerder besloten is in zaken met een zelfde artikel. Zeg in de brief waarom.
precedents-milder = Dit is lichter dan wat eerder besloten is in zaken met een zelfde artikel. Zeg in de brief waarom.
precedents-longer = Dit duurt langer dan eerdere schorsingen in zaken met een zelfde artikel. Zeg in de brief waarom.
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
act-spoed = Spoed of niet
spoed-spoed = Kan dit wachten?
spoed-reden = Waarom?
urgent-yes = Spoed: dit kan niet wachten
urgent-no = Geen spoed: dit kan wachten
act-vergissing = Verkeerde persoon genoemd
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
vergissing-wie = Wie hoort hier niet in?
vergissing-wie-hint = Daarna leidt niets in deze zaak nog naar deze persoon. Ook ouders die voor hem of haar betrokken waren gaan eruit.
vergissing-reden = Hoe is dat gebleken?
vergissing-reden-hint = Schrijf hier geen naam.
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
artikelen-oordeel-hint = Beantwoord daar wat er gebeurde, en kies daarna “Is dit al gebeurd?”. Of plak hier het adres van de pagina.
verdict-wrong = Dit is geen adres van Mag dit? van jouw school
nazorg-voor = Voor wie?
nazorg-tekst = Wat is er nodig?
nazorg-dag = Uiterlijk
afwijzen-wordt = Wat is het wel?
afwijzen-nummer = Nummer van de zaak die er al is
afwijzen-nummer-hint = Alleen als het al gemeld was. In die zaak komt te staan dat het nog eens gemeld is.
afwijzen-reden = Waarom?
afwijzen-antwoord = Antwoord aan wie het meldde
afwijzen-stil = Of geen antwoord
afwijzen-waarom = Waarom geen antwoord?
turn-advies = Het was een vraag
turn-niet-van-ons = Het is niet van onze school
turn-dubbel = Het was al gemeld
turn-missing = Kies wat het is
turn-number = Typ het nummer van de zaak die er al is, zoals 2026-3
turned-same = Hetzelfde als zaak { $number }
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
measure-geen = geen maatregel
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
measure-objecting = U kunt hiertegen bezwaar maken tot en met { $day }. Schrijf dan aan het bestuur van de school waarom u het er niet mee eens bent, of doe het in Pleinwacht bij Melden, Brieven van de school.
stap-stap = Welke stap?
stap-dag = Wanneer?
stap-tekst = Met wie, en wat kwam eruit?
opleggen-toch = Toch doorgaan?
opleggen-brief = De brief
opleggen-taal = In welke taal?
opleggen-button = Bekijk de brieven
opleggen-do = Leg de maatregel op
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
event-mistaken = Iemand was per vergissing genoemd
event-judged = Het protocol zegt van wat er gebeurde: { $verdict }
event-judged-on = Artikel { $articles }
mistaken-nobody = iemand die per vergissing genoemd was
mistaken-measured = Op deze persoon staat een maatregel. Laat die eerst vallen, of neem die terug na bezwaar.
mistaken-task = Zet het recht bij wie over de verkeerde persoon gehoord heeft, ook bij die persoon zelf en de ouders.
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
letter-review-subject = Kijk of zaak { $number } nog bewaard moet blijven
letter-review-text =
    Deze zaak wordt bewaard. Kijk of dat nog nodig is. Is dat zo, zeg dan tot wanneer en waarom. Anders sluit je de zaak, of gaat die als de bewaring eindigt.

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
letter-mailed-subject = Er kwam een mail binnen met jouw adres
letter-mailed-text =
    Bij de mailbox voor meldingen van de school kwam een mail binnen met jouw adres als afzender. De school leest hem.

    Heb jij die niet gestuurd, laat dat de school dan weten. Wat de school je schrijft staat hier:
    { $link }
letter-answered-subject = Er is een bericht over je melding { $number }
letter-answered-text =
    De school schreef je over je melding.

    Lees het hier:
    { $link }

# Brieven schrijven.
act-brief = Een brief schrijven
letter-which = Welke brief?
letter-language = Taal
letter-in-nl = Nederlands
letter-in-en = Engels
letter-to = Aan wie?
letter-to-nobody = Kies aan wie de brief gaat
letter-reporter = meldde het
letter-write = Schrijf de brief
letter-goes-to = Deze brief gaat naar: { $who }
letter-subject = Onderwerp
letter-text = Brief
letter-text-hint = Waar een accolade met $to staat, komt de naam van wie de brief krijgt.
letter-mail = Mailen
letter-mail-too = Mail de brief aan wie de school een mailadres heeft
letter-mail-hint = Boven de mail staat geen naam. Wie geen adres heeft, krijgt de brief op papier.
letter-look = Bekijk de brief
letter-will-mail = De brief komt in het dossier en gaat per mail naar wie een adres heeft.
letter-will-print = De brief komt in het dossier. Je kunt hem daarna printen.
letter-keep = Bewaar deze brief
letter-change = Pas de brief aan
letter-unknown = { $name } kent het programma niet. Dit kan wel: { $known }
letter-unfilled = Vul in wat tussen rechte haken staat
letter-blank-when = [dag en tijd]
letter-blank-place = [plaats]
letter-blank-link = [adres van het bericht]
letter-paper = Brief als pdf
letter-queued = Staat klaar om gemaild te worden.
letter-sent = Per mail verstuurd.
letter-failed = De mail kwam niet aan. Geef de brief op papier.
letter-printed = Op papier.
letter-mail-subject = Een brief van { $school }
opleggen-mailen = Mailen
measure-letters-to = Er komt een brief voor: { $who }
guardian-to-confirm = { $who } krijgt als ouder niets: de school heeft het gezag nog niet nagegaan. Doe dat eerst bij de gegevens van de leerling.
guardian-without = { $who } krijgt als ouder niets: deze volwassene heeft geen gezag over de leerling.
guardian-of-age = { $who } krijgt als ouder niets: de leerling is achttien of ouder.
guardian-not-now = { $who } krijgt als ouder niets: de band met de leerling is voorbij of nog niet begonnen.

# De brieven zelf.
template-uitnodiging = Uitnodiging voor een gesprek
template-uitnodiging-subject = Uitnodiging voor een gesprek
template-uitnodiging-text =
    Beste { $to },

    Er is iets gebeurd op sociale media. Daarover wil { $school } graag met u praten.

    Wanneer: { $when }
    Waar: { $place }

    Kunt u dan niet? Laat het ons weten, dan zoeken we een andere tijd.

    { $school }, { $today }
    Zaak { $number }
template-hoorgesprek = Uitnodiging om gehoord te worden
template-hoorgesprek-subject = Uitnodiging om gehoord te worden
template-hoorgesprek-text =
    Beste { $to },

    { $school } denkt na over een maatregel. Voor we iets beslissen, willen we horen wat u ervan vindt.

    Wanneer: { $when }
    Waar: { $place }

    U mag iemand meenemen. U mag ook schrijven wat u vindt. Komt u niet, dan beslissen we zonder u te hebben gehoord.

    { $school }, { $today }
    Zaak { $number }
template-verzoek = Verzoek om iets weg te halen of te verbeteren
template-verzoek-subject = Verzoek om een bericht weg te halen
template-verzoek-text =
    Beste { $to },

    Op internet staat een bericht dat een ander schaadt:
    { $link }

    { $school } vraagt u dit bericht weg te halen of te verbeteren. Doe dat vandaag nog als het kan. Laat het ons weten als het gebeurd is.

    { $school }, { $today }
    Zaak { $number }
template-antwoord = Antwoord aan wie het meldde
template-antwoord-subject = Antwoord op uw melding
template-antwoord-text =
    Beste { $to },

    U meldde ons dat er iets misging. Dank u wel. We hebben ernaar gekeken en gedaan wat nodig was.

    Over anderen mogen we u niets vertellen. Gebeurt het weer? Meld het dan opnieuw.

    { $school }, { $today }
    Zaak { $number }
template-waarschuwing = Waarschuwing
template-waarschuwing-subject = { $step }
template-waarschuwing-text =
    Beste { $to },

    Op { $school } hebben we afspraken over sociale media. { $who } heeft iets gedaan dat daar niet bij past.

    { $reason }

    Daarom krijgt { $who }: { $step } (artikel { $article } van het protocol).

    Wilt u hierover praten? Neem dan contact met ons op.

    { $school }, { $today }
    Zaak { $number }
template-schorsing = Schorsing
template-schorsing-subject = Schorsing van { $who }
template-schorsing-text =
    Beste { $to },

    { $school } schorst { $who } van { $from } tot en met { $until }.

    De reden: { $reason }

    Dit besluit rust op artikel { $article } van het protocol. Tijdens de schorsing gaat het schoolwerk door; daarover maken we een afspraak.

    { $school }, { $today }
    Zaak { $number }
template-verwijdering = Verwijdering
template-verwijdering-subject = Verwijdering van { $who }
template-verwijdering-text =
    Beste { $to },

    { $school } heeft besloten { $who } van school te verwijderen.

    De reden: { $reason }

    Dit besluit rust op artikel { $article } van het protocol. Een andere school is bereid { $who } aan te nemen.

    { $school }, { $today }
    Zaak { $number }
template-ordemaatregel = Maatregel voor een medewerker
template-ordemaatregel-subject = { $step }
template-ordemaatregel-text =
    Beste { $to },

    { $school } legt een maatregel op: { $step }.

    De reden: { $reason }

    Dit besluit rust op artikel { $article } van het protocol en op de cao.

    { $school }, { $today }
    Zaak { $number }
templates-title = Brieven van de school
templates-of = Dit zijn de teksten van { $school }. Pas ze aan, of ga terug naar de gewone tekst.
templates-letter = Brief
templates-whose = Tekst
templates-own = van de school
templates-usual = gewone tekst
templates-names = Dit vult het programma in
templates-back = Ga terug naar de gewone tekst
variable-to = wie de brief krijgt
variable-who = over wie het gaat
variable-school = de school
variable-number = het nummer van de zaak
variable-today = de dag van vandaag
variable-when = dag en tijd van het gesprek
variable-place = waar het gesprek is
variable-link = het adres van het bericht
variable-step = de maatregel
variable-reason = de reden
variable-article = het artikel van het protocol
variable-from = de eerste dag
variable-until = de laatste dag

# Het dossier.
act-dossier = Het dossier meegeven
dossier-lead = Het dossier is één pdf met een inhoudsopgave. Bestanden zitten erin.
dossier-for = Voor wie?
dossier-for-school = Het dossiersysteem van de school
dossier-for-police = De politie
dossier-for-police-hint = Met het bewijs en wat over de politie is besloten. Alleen hierin staat om welk feit het kan gaan.
dossier-system = Volgens artikel { $article } van het protocol hoort het in: { $system }.
dossier-button = Maak het dossier
dossier-read-first = Lees het na voor je het geeft. Namen van anderen zijn weggehaald, voor zover de school die kent.
dossier-title = Dossier van zaak { $number }
dossier-contents = Inhoud
dossier-what = Wat
dossier-is = Hoe het staat
dossier-page = Bladzijde
dossier-files = Bestanden
dossier-number = Nummer
dossier-file = Bestand
dossier-about = Waarover
dossier-when = Wanneer
dossier-facts = De zaak
dossier-school = School
dossier-came = Binnengekomen
dossier-state = Stand
dossier-closed = Gesloten
dossier-protocol = Protocol
dossier-articles = Artikelen
dossier-reader = Gemaakt voor
dossier-made = Gemaakt op, door
dossier-masked = Namen van anderen zijn vervangen door wat iemand op school is, met een nummer.
dossier-parties = Wie erin staan
dossier-who = Wie
dossier-part = Als wat
dossier-talks = Gesprekken
dossier-restoring = Herstel
dossier-measures = Maatregelen
dossier-objections = Bezwaar
dossier-decisions = Andere besluiten
dossier-letters = Brieven en berichten
dossier-evidence = Bewijs
dossier-police = Politie
dossier-work = Notities, taken en nazorg
dossier-attached = Zit als bestand { $number } in dit dossier.
dossier-left = Wat er niet in zit
dossier-why = Waarom niet
left-of-another = Dit gaat over een ander, of kwam van een ander.
left-file = Het bestand kwam niet van u: er kan een ander op staan.
mask-pupil = leerling { $number }
mask-staff = medewerker { $number }
mask-parent = ouder { $number }
mask-other = betrokkene { $number }
mask-reporter = wie het meldde
mask-name = [naam]

# De zaken van een leerling.
pupil-title = Zaken met { $who }
pupil-link = Zaken van deze leerling
pupil-lead = Alleen zaken die jij mag zien staan hier. Een deel hoort bij één zaak en zegt niets over wie iemand is.
pupil-part = Als wat
pupil-decided = Wat er besloten is
pupil-nothing = nog niets
pupil-none = Er is geen zaak die jij mag zien.
pupil-lifted = ingetrokken { $day }
pupil-found = Leerlingen met deze naam

# De cijfers van een jaar.
figures-title = Cijfers van een schooljaar
figures-total = Meldingen en zaken
figures-small = Een getal onder 5 staat er als < 5. Een ander getal staat er niet als je daarmee zo'n klein getal kunt uitrekenen. Zo vertellen cijfers niets over één leerling.
figures-hidden = niet getoond
figures-none = Niets in dit jaar.
figures-csv = Neem de cijfers mee (csv)
figures-table = Tabel
figures-what = Wat
figures-many = Hoeveel
figures-way = Hoe het binnenkwam
figures-outcome = Hoe het afliep
figures-outcome-waarschuwing = waarschuwing
figures-outcome-schorsing = schorsing
figures-outcome-verwijdering = verwijdering
figures-outcome-ordemaatregel = maatregel voor een medewerker
figures-outcome-geen = geen maatregel
figures-outcome-signaal = nog niet opgepakt
figures-outcome-open = in behandeling
figures-outcome-advies = was een vraag
figures-outcome-niet-van-ons = niet van ons
figures-outcome-dubbel = was al gemeld
figures-outcome-meldroute = wettelijke meldplicht
figures-term = Termijnen
figures-term-op-tijd = alles op tijd
figures-term-te-laat = iets te laat
figures-term-loopt = nog niet gesloten
figures-first = Tot iemand het oppakte
figures-first-1 = binnen een dag
figures-first-2 = binnen twee dagen
figures-first-7 = binnen een week
figures-first-later = later
figures-first-niet = niet opgepakt
figures-article = Per artikel

# De politie: wie aangifte kan doen.
filer-affected = { $who } is { $age } jaar en doet zelf aangifte van wat alleen op klacht wordt vervolgd.
filer-representative = { $who } is { $age } jaar: van wat alleen op klacht wordt vervolgd doet de wettelijk vertegenwoordiger aangifte ({ $parents }).
filer-unknown = Van { $who } kent de school geen leeftijd. Onder de 16 doet de wettelijk vertegenwoordiger aangifte van wat alleen op klacht wordt vervolgd.
filer-nobody = nog niemand bij de school bekend
filer-until = Dat kan tot en met { $day }.
filer-until-open = Dat kan tot drie maanden (90 dagen) nadat dit bekend werd.
filer-anybody = Van dit feit kan iedereen die het weet aangifte doen, ook de school.
filer-ask = Vraag de politie wie hiervan aangifte kan doen.
police-fact = Mogelijk feit: { $what } (Wetboek van Strafrecht, artikel { $article })
