# Menu.
menu-consent = Toestemming
menu-picture = Wie mag in beeld?
menu-register = Toestemmingen

# Kanalen.
channel-website = Website
channel-nieuwsbrief = Nieuwsbrief
channel-portaal = Ouderportaal
channel-klassengroep = Klassengroep
channel-instagram = Instagram
channel-facebook = Facebook
channel-linkedin = LinkedIn
channel-mastodon = Mastodon
channel-bluesky = Bluesky
channel-video = Videokanaal
channel-drukwerk = Drukwerk
channel-pers = Krant, radio en tv
channel-intern = Binnen de school

# Waar iets te zien is, achter een medium.
at-website = op de website
at-nieuwsbrief = in de nieuwsbrief
at-portaal = op het ouderportaal
at-klassengroep = in de klassengroep
at-instagram = op Instagram
at-facebook = op Facebook
at-linkedin = op LinkedIn
at-mastodon = op Mastodon
at-bluesky = op Bluesky
at-video = op het videokanaal
at-drukwerk = in drukwerk
at-pers = in krant, radio of tv
at-intern = binnen de school

# Als wat iemand herkenbaar is.
medium-foto = Foto
medium-film = Film
medium-geluid = Stem
medium-naam = Naam

# Antwoorden.
answer-yes = Ja
answer-no = Nee
answer-undone = Ongedaan gemaakt
pupil-fine = Ik vind het goed
pupil-no = Ik wil dit niet
holds-may = Mag
holds-may-not = Mag niet
withdraw = Trek in

# Waarom.
reason-guardian-yes = Een ouder of verzorger zei ja.
reason-own-yes = Zelf ja gezegd.
reason-protected = Deze persoon laten we niet zien.
reason-purpose-ended = De school gebruikt dit niet meer.
reason-not-asked = De school vraagt dit niet.
reason-not-here = Niet meer op deze school.
reason-own-no = Zelf nee gezegd.
reason-pupil-no = De leerling zei nee. Een ouder kan dat niet veranderen. De school praat erover.
reason-guardian-no = Een ouder of verzorger zei nee.
reason-other-guardian = Het antwoord van de andere ouder is ook nodig.
reason-says-it-self = Vanaf 16 jaar beslist de leerling zelf. Er is nog geen eigen antwoord.
reason-authority = De school moet eerst nakijken wie het gezag heeft.
reason-no-say = Alleen iemand zonder zeggenschap heeft geantwoord.
reason-notice-changed = De school doet dit nu anders. Het antwoord is opnieuw nodig.
reason-came-back = De leerling was weg en kwam terug. Het antwoord is opnieuw nodig.
reason-unanswered = Nog geen antwoord.

# De eigen pagina.
own-title = Wie mag wat laten zien?
own-lead = Kies per vraag. Alles mag, en elk antwoord is goed.
own-unanswered = Geen antwoord is nee. Veranderen kan altijd, op deze pagina, en het werkt meteen.
own-nothing = De school vraagt nu niets.
own-save = Bewaar de antwoorden
own-history = Bekijk alle eerdere antwoorden
person-photos = Foto's met deze naam
own-photos = Bekijk de foto's die er al zijn, en laat afdekken
myself = Ikzelf
recipients-said = Ook bij: { $who }.
say-to-confirm = De school moet eerst nakijken wie het gezag over { $name } heeft. Daarna kunt u hier antwoorden.
say-pupil-alone = { $name } is 16 jaar of ouder en beslist zelf. Wilt u erover praten? Neem contact op met de school.
say-withdraw = Je ouders of verzorgers geven toestemming. Jij kunt altijd nee zeggen, en dan geldt dat.
notice-changed = De school heeft “{ $title }” net veranderd. Lees het nog eens en bewaar dan opnieuw.

# Na het bewaren.
saved-title = Bewaard
saved-talk = { $name } heeft zelf nee gezegd. Dat blijft zo. De school nodigt jullie uit om erover te praten.
saved-out = Dit staat al ergens:
saved-out-next = De school haalt het weg. Wat anderen al hebben gekopieerd, kan de school niet weghalen.
saved-next = Het geldt vanaf nu. Niemand kan nog iets nieuws plaatsen waar nee op is gezegd.
see-receipt = Bewijs van de antwoorden voor { $name }
back-to-answers = Terug naar alle vragen

# Brieven.
and = en
letter-english = English below.
letter-ask =
    Beste { $name },

    { $text }

    Het gaat om: { $about }.
    Open deze link en druk op de knop:

    { $link }

    U kiest per vraag. Elk antwoord is goed. Geen antwoord is nee. Veranderen kan altijd.
    De link werkt { $days } dagen, en één keer. Stuur hem niet door: wie hem heeft, kan voor u antwoorden.
    Liever op papier? Vraag de school om een formulier.

    { $school }
letter-ask-own =
    Beste { $name },

    { $text }

    Het gaat om jezelf. Open deze link en druk op de knop:

    { $link }

    Je kiest per vraag. Elk antwoord is goed. Geen antwoord is nee. Veranderen kan altijd.
    De link werkt { $days } dagen, en één keer. Stuur hem niet door: wie hem heeft, kan voor jou antwoorden.

    { $school }
letter-remind =
    Beste { $name },

    U kreeg al een brief van ons, en we hebben nog geen antwoord. Nee is ook een antwoord: dan krijgt u geen herinnering meer.

    { $text }

    Het gaat om: { $about }.
    Open deze link en druk op de knop:

    { $link }

    De link werkt { $days } dagen, en één keer. Stuur hem niet door: wie hem heeft, kan voor u antwoorden.

    { $school }
letter-remind-own =
    Beste { $name },

    Je kreeg al een brief van ons, en we hebben nog geen antwoord. Nee is ook een antwoord: dan krijg je geen herinnering meer.

    { $text }

    Het gaat om jezelf. Open deze link en druk op de knop:

    { $link }

    De link werkt { $days } dagen, en één keer. Stuur hem niet door: wie hem heeft, kan voor jou antwoorden.

    { $school }
letter-receipt-subject = Uw antwoorden zijn bewaard
letter-receipt =
    Beste { $name },

    Met een link uit onze brief is zojuist dit geantwoord:

    { $answers }

    Was u dit niet? Laat het de school meteen weten. Veranderen kan altijd: { $page }
life-12-pupil-subject = Je mag nu zelf nee zeggen
life-12-pupil =
    Beste { $name },

    Je bent 12 geworden. Vanaf nu mag je zelf nee zeggen tegen foto's en filmpjes van jou. Je ouders of verzorgers geven
    toestemming, maar als jij nee zegt, dan geldt dat. Je hoeft niet te zeggen waarom.
    Open deze link en druk op de knop:

    { $link }

    De link werkt { $days } dagen, en één keer. Veranderen kan altijd.

    { $school }
life-12-guardian-subject = Uw kind is 12 geworden
life-12-guardian =
    Beste { $name },

    { $pupil } is 12 geworden. Vanaf nu mag { $pupil } zelf nee zeggen tegen foto's en filmpjes. U geeft nog steeds toestemming,
    maar een nee van { $pupil } geldt, en u kunt dat niet veranderen. Praat er samen over.

    { $school }
life-soon-pupil-subject = Straks beslis je zelf
life-soon-pupil =
    Beste { $name },

    Op { $day } word je 16. Vanaf die dag beslis je zelf of de school jou mag laten zien. Wat je ouders of verzorgers zeiden,
    telt vanaf { $last } niet meer. Op je verjaardag krijg je een brief met een link.

    { $school }
life-soon-guardian-subject = Straks beslist uw kind zelf
life-soon-guardian =
    Beste { $name },

    Op { $day } wordt { $pupil } 16. Vanaf die dag beslist { $pupil } zelf of de school foto's en filmpjes mag laten zien. Wat u
    heeft gezegd, telt vanaf { $last } niet meer. U hoeft niets te doen.

    { $school }
life-16-pupil-subject = Nu beslis jij
life-16-pupil =
    Beste { $name },

    Je bent 16. Vanaf nu beslis je zelf of de school jou mag laten zien. Kies je niets, dan plaatst de school
    vanaf { $last } niets nieuws.
    Open deze link en druk op de knop:

    { $link }

    De link werkt { $days } dagen, en één keer. Veranderen kan altijd.

    { $school }
life-16-guardian-subject = Uw kind beslist nu zelf
life-16-guardian =
    Beste { $name },

    { $pupil } is 16 geworden en beslist nu zelf of de school foto's en filmpjes mag laten zien. We hebben dat { $pupil } gevraagd.
    U hoeft niets te doen.

    { $school }
life-18-pupil-subject = Je bent 18
life-18-pupil =
    Beste { $name },

    Je bent 18 geworden. Je ouders of verzorgers kunnen nu niets meer voor je regelen bij de school, en ze zien je gegevens niet
    meer. Wat je zelf hebt gekozen over foto's en filmpjes blijft zo.

    { $school }
life-18-guardian-subject = Uw kind is 18 geworden
life-18-guardian =
    Beste { $name },

    { $pupil } is 18 geworden. Vanaf nu regelt { $pupil } alles zelf met de school, en ziet u de gegevens van { $pupil } niet meer.

    { $school }

# Wie mag in beeld?
picture-choose = Kies een groep.
picture-own = Jouw groep
picture-title = Wie mag in beeld? { $group }
picture-at = Zo was het op
picture-old = uur oud
picture-nothing = Kies hieronder waar de foto of film komt.
picture-everybody = Iedereen van deze groep.
picture-not = Niet in beeld: { $n }
picture-may = Mag in beeld: { $n }
picture-not-on = Niet: { $where }
picture-ask = Nog niet gevraagd of geen antwoord. Doe alsof het nee is.
picture-instead = Andere plek, niet meefotograferen, afdekken of wegsnijden.
picture-no-answer = Geen antwoord
picture-print = Druk af
picture-take = Neem mee, ook zonder internet
picture-taken = Staat een dag op dit apparaat
picture-other = Iets anders laten zien
picture-where = Waar komt het?
picture-as = Wat is het?
picture-look = Kijk

# Het kantoor.
find = Zoek
group = Groep
schools = Scholen
register-find = Zoek een leerling of medewerker
register-nobody = Niemand gevonden.
register-far = Hoe ver zijn de antwoorden?
register-more = Meer
far-whole = Alles beantwoord
far-partly = Deels
far-none = Niets
far-said = { $whole } van { $pupils }
todo-title = Wat wacht
todo-count = { $off } keer weghalen, { $talks } keer praten
todo-off = Weghalen
todo-off-none = Er hoeft niets weg.
todo-off-for = Voor { $who }, sinds { $since }
todo-off-done = Het is weg, ik heb gekeken
todo-talks = Praten
todo-talks-none = Er is geen gesprek nodig.
todo-talk = { $pupil } zei nee. { $guardian } zei daarna ja, op { $since }. Praat met allebei. Tot die tijd is het nee.
todo-talk-done = Het gesprek is geweest
waits-off = Haal weg: { $title }
waits-talk = Praat met { $pupil } en { $guardian }
waits-talk-why = Hun antwoorden over toestemming verschillen
waits-answer = Geef antwoord over toestemming
waits-answer-about = Voor { $names }
todo-done = Net gedaan
todo-not-done = Dat klopt niet: zet terug
done-off = Weggehaald: { $title }
done-talk = Gesprek gehad met { $pupil }
type-in = Voer een antwoord in
vote-said = { $who }: { $answer }, { $day }
acts-title = Wat er is gezegd
acts-none = Nog niets.
act-told = { $who }: { $yes } keer ja, { $no } keer nee ({ $how }).
act-typed = Ingevoerd door { $who }.
undo = Maak ongedaan
see-form = Bekijk het formulier
how-page = op de eigen pagina
how-paper = op papier
how-talk = in een gesprek
how-import-written = overgenomen, stond op papier
how-import = overgenomen
shield-title = Nooit laten zien
shield-now = Nooit laten zien
shield-since = Sinds { $since }. { $reason }
shield-why = Wie hier staat, komt nergens in beeld, wat iemand ook antwoordt. Op lijsten staat alleen “nee”.
shield-reason = Waarom
shield-reason-hint = Dit leest alleen de schoolleiding. Het staat versleuteld.
shield-begin = Laat deze persoon nooit zien
shield-end = Beëindig de bescherming
shield-end-hint = Vanaf dan gelden weer de antwoorden.

# Een antwoord invoeren.
paper-title = Antwoord van { $name } invoeren
paper-who-asked = Wie heeft geantwoord?
paper-who-hint = Alleen wie er op die dag over gaat, staat hier.
paper-how-asked = Hoe?
paper-day-asked = Op welke dag?
paper-only = Vul alleen in wat er echt is gezegd. De rest blijft zoals het is.
paper-scan = Scan van het formulier
paper-scan-hint = PDF, JPEG of PNG, hoogstens 5 MB. Mag leeg blijven.
paper-save = Bewaar dit antwoord
paper-nobody = Niemand kan nu antwoorden. Kijk bij de persoon wie het gezag heeft.
paper-day = Vul een dag in van de laatste tien jaar, niet in de toekomst
paper-how = Kies hoe het is gezegd
paper-who = Kies wie heeft geantwoord en daar op die dag over ging
paper-nothing = Vul minstens één antwoord in
paper-scan-wrong = Kies een PDF, JPEG of PNG

# Waar de school toestemming voor vraagt.
purposes-title = Waar vragen we toestemming voor?
purposes-none = De school vraagt nog niets.
purposes-usual = Begin met de gewone lijst
purpose-ended = Beëindigd
purpose-version = versie { $version }, sinds { $since }
purpose-change = Wijzig de uitleg
purpose-new = Nieuw doel
purpose-save = Bewaar als nieuwe versie
purpose-end = Beëindig dit doel
purpose-goes-on = Ga door met dit doel
purpose-end-hint = Na het einde mag er niets nieuws meer voor dit doel. De antwoorden blijven bewaard.
ground-consent = Toestemming
ground-task = Taak van algemeen belang: geen vraag, wel uitleg
ground-interest = Gerechtvaardigd belang: geen vraag, wel bezwaar mogelijk
audience-pupils = Leerlingen
audience-staff = Medewerkers
audience-everybody = Leerlingen en medewerkers
notice-title = Naam in het Nederlands
notice-title-en = Naam in het Engels
notice-why = Waarom en wie het ziet, in het Nederlands
notice-why-en = Waarom en wie het ziet, in het Engels
notice-kept = Hoe lang het blijft, in het Nederlands
notice-kept-en = Hoe lang het blijft, in het Engels
notice-ground = Op welke grond?
notice-ground-hint = Alleen bij toestemming krijgen mensen een vraag.
notice-audience = Wie vragen we?
notice-offers = Wat vragen we?
notice-recipients = Bij wie komt het nog meer?
notice-recipients-hint = Namen met een komma ertussen, zoals het bedrijf achter een kanaal.
notice-retention = Na hoeveel dagen gaat het weg?
notice-retention-hint = Leeg: zolang de persoon op school is.
notice-again = Verandert er iets wat ertoe doet?
notice-again-hint = Zoals een nieuwe ontvanger. Dan telt een eerder ja niet meer en vragen we het opnieuw.
notice-again-yes = Ja, vraag het opnieuw
notice-fill-in = Vul een tekst in van hoogstens 1000 tekens
notice-choose-ground = Kies een grond
notice-choose-audience = Kies wie we vragen
notice-choose-offer = Kies minstens één vraag
notice-days = Vul een getal in van 1 tot en met 3650
notice-somebody-else = Iemand anders heeft dit net gewijzigd. Open het opnieuw.
terms-title = Regels voor toestemming
terms-guardians = Twee ouders met gezag
terms-guardians-hint = Een nee van één ouder geldt altijd.
terms-one = Eén ja is genoeg
terms-one-hint = De school mag ervan uitgaan dat één ouder voor beiden spreekt, tot de ander nee zegt.
terms-both = Beide ouders moeten ja zeggen
terms-both-hint = Zolang er één antwoord mist, is het nee.
terms-days = Dagen na de 16e verjaardag waarin het antwoord van de ouders nog geldt
terms-days-hint = 0 tot en met 60. Bij 0 is het vanaf de verjaardag nee tot de leerling zelf antwoordt.
terms-choose = Kies een van de twee
terms-days-wrong = Vul een getal in van 0 tot en met 60
terms-save = Bewaar de regels

# Vragen.
asks-title = Mensen vragen
asks-none = De school heeft nog niemand gevraagd.
asks-list = Wat de school vraagt en vroeg
asks-what = Wat
asks-state = Hoe staat het
asks-when = Begonnen
asks-begin = Begin met vragen
asks-protocol = Dit past bij het protocol van de school. Wie we vragen, staat dan al ingevuld.
asks-huidig = Iedereen die er nu is, één keer
asks-huidig-hint = Wie nog niet heeft geantwoord, krijgt een brief.
asks-huidig-subject = Wat mag de school laten zien?
asks-huidig-text = We maken op school foto's en filmpjes. Mogen we die laten zien, en waar? U kiest zelf. Het kost twee minuten.
asks-inschrijving = Wie nieuw is
asks-inschrijving-hint = Elke dag kijken we wie nieuw is: een leerling, een ouder, een medewerker. Ook wie terugkomt, en wie een vraag heeft die is veranderd. Dit gaat door tot je het stopt.
asks-inschrijving-subject = Welkom. Wat mag de school laten zien?
asks-inschrijving-text = Welkom op school. We maken foto's en filmpjes. Mogen we die laten zien, en waar? U kiest zelf. Het kost twee minuten.
asks-herinnering = Herinnering: u kunt uw keuze veranderen
asks-herinnering-hint = Iedereen die mag antwoorden, krijgt één brief. Antwoorden blijven zoals ze zijn.
asks-herinnering-subject = U kunt uw keuze altijd veranderen
asks-herinnering-text = U koos eerder welke foto's en filmpjes de school mag laten zien. Die keuze blijft gelden. Wilt u haar veranderen? Dat kan altijd.
asks-nieuw = Iets nieuws
asks-nieuw-hint = De school wil iets nieuws laten zien. Kies hieronder waar het om gaat.
asks-nieuw-subject = De school vraagt iets nieuws
asks-nieuw-text = We willen foto's en filmpjes ook op een andere plek laten zien. Vindt u dat goed? U kiest zelf.
asks-afscheid = Afscheidsfoto
asks-afscheid-hint = Alleen de groepen die van school gaan.
asks-afscheid-subject = De afscheidsfoto
asks-afscheid-text = Binnenkort is het afscheid. We maken dan een foto. Mogen we die laten zien, en waar? U kiest zelf.
asks-zestien = Leerlingen van 16 en ouder
asks-zestien-hint = Vanaf 16 jaar beslist een leerling zelf. Wie dat nog niet deed, krijgt een brief.
asks-zestien-subject = Nu beslis jij wat de school laat zien
asks-zestien-text = Je bent 16 of ouder. Dan beslis je zelf of de school foto's en filmpjes van jou mag laten zien.
asks-who = Wie vragen we?
asks-who-hint = Wie niet mag antwoorden, krijgt geen brief.
asks-who-none = Kies wie de school vraagt.
asks-guardians = Ouders en verzorgers, en leerlingen vanaf 16 jaar
asks-pupils = Leerlingen van 12 tot 16: zij mogen nee zeggen
asks-staff = Medewerkers
asks-groups = Welke groepen?
asks-groups-hint = Kies je niets, dan is het de hele school. Medewerkers vragen we alleen met de hele school.
asks-whole-school = De hele school
asks-purposes = Waarover?
asks-purposes-hint = Kies je niets, dan gaat het over alles wat de school vraagt.
asks-all-purposes = Alles wat de school vraagt
asks-letter = De brief
asks-letter-hint = De naam, de link en de uitleg komen er vanzelf bij. Wie nog niet eerder antwoordde, krijgt beide talen.
asks-subject-nl = Onderwerp
asks-subject-en = Onderwerp in het Engels
asks-text-nl = Wat er in de brief staat
asks-text-en = Hetzelfde in het Engels
asks-text-none = Vul dit in.
asks-text-long = Maak dit korter: hoogstens { $most } tekens.
asks-days = Na hoeveel dagen herinneren we?
asks-days-hint = Bijvoorbeeld 7, 14. Wie antwoordt, krijgt geen herinnering meer.
asks-days-wrong = Vul hoogstens vier getallen in, van 1 tot 60, het laagste eerst.
asks-look = Kijk het na
asks-check = Klopt dit?
asks-count = Hoeveel mensen
asks-count-said = { $asked } mensen, over { $about } mensen
asks-nowhere = Zonder e-mailadres
asks-start = Verstuur de brieven
asks-change = Verander iets
asks-goes-on = Loopt door.
asks-busy = De brieven gaan weg.
asks-ready = De brieven zijn weg.
asks-stopped = Gestopt.
asks-began = Begonnen op { $when }.
asks-reminds = Herinnert na { $days } dagen.
asks-progress = Beantwoord
asks-by-group = Hoe ver elke groep is
asks-group = Groep
asks-answered = Beantwoord
asks-paper = Op papier
asks-print = Druk formulieren af
asks-print-all = Druk hun formulieren af
asks-unreached = Van { $count } mensen heeft de school geen e-mailadres.
asks-no-group = Geen groep
asks-nobody = Er is nog niemand gevraagd.
asks-stop = Stop met vragen
asks-stop-hint = Brieven die nog niet weg zijn, gaan niet meer weg. Niemand krijgt nog een herinnering. Antwoorden blijven gelden.
example-name = mevrouw De Vries
example-child = Noor
example-link = https://…
print-title = Formulieren voor toestemming
print-nobody = Er is niemand voor wie een formulier nodig is.
print-about = Dit gaat over
print-how = Kies per regel. Elk antwoord is goed. Vult u niets in, dan is het nee.
print-question = Mag dit?
print-name = Naam van wie invult
print-day = Datum
print-signature = Handtekening
print-later = Veranderen kan altijd, ook later. Geef dit formulier aan de school.

# Bewijs.
proof-title = Bewijs van de antwoorden voor { $name }
proof-made = Gemaakt op { $when }. Wat hieronder staat, weet de school op dat moment.
proof-pdf = Bewaar als PDF
proof-jsonld = Bewaar voor een ander programma (JSON-LD, ISO/IEC TS 27560)
proof-nothing = De school heeft niets gevraagd, en niemand heeft geantwoord.
proof-question = Vraag
proof-when = Wanneer
proof-said = Antwoord
proof-who = Wie
proof-how = Hoe
proof-notice = Versie van de uitleg
said-by-you = Uzelf
said-by-self = De persoon zelf
said-by-guardian = Een ouder of verzorger
history-nothing = Er zijn nog geen antwoorden.

# Als bestand.
exchange-title = De toestemmingen als bestand
exchange-hint = Er staan namen van kinderen in. Bewaar het bestand niet langer dan nodig. Dat je het ophaalt, staat in het logboek.
exchange-csv = Wat nu geldt, voor een rekenblad (CSV)
exchange-json = Wat nu geldt, voor een ander programma (JSON)
exchange-changes = Alleen wat is veranderd
exchange-since = Sinds welke dag?
exchange-take = Haal het bestand op

# Antwoorden overnemen.
takeover-title = Antwoorden overnemen
takeover-hint = Staan er al antwoorden in een ander systeem? Haal ze daar op als CSV. Je ziet eerst wat we lezen; daarna kies je.
takeover-file = Bestand met antwoorden
takeover-file-hint = CSV met een rij per leerling, hoogstens 2 MB.
takeover-send = Lees het bestand
takeover-no-file = Kies een CSV-bestand met ten minste een rij onder de kolomnamen
takeover-columns = Wat betekenen de kolommen?
takeover-columns-hint = Zeg bij elke kolom wat erin staat. Onder de naam staan de eerste regels.
takeover-ignore = Niet gebruiken
takeover-as-nummer = Leerlingnummer
takeover-as-naam = Naam van de leerling
takeover-as-geboren = Geboortedatum
takeover-as-ouder = Naam van de ouder die antwoordde
takeover-as-dag = Dag van het antwoord
takeover-yes = Wat betekent ja?
takeover-no = Wat betekent nee?
takeover-words-hint = Zet er een komma tussen. Een leeg vak is geen antwoord.
takeover-written = Stond het op papier?
takeover-written-hint = Alleen als de school de ondertekende formulieren heeft.
takeover-written-yes = Ja, de antwoorden zijn schriftelijk gegeven
takeover-not-enough = Kies waar het leerlingnummer of de naam staat, en ten minste één vraag
takeover-good = { $count } regels kunnen we overnemen.
takeover-refused = { $count } regels nemen we niet over. Vraag die mensen opnieuw.
takeover-lines = Niet overgenomen
takeover-line = Regel
takeover-why = Waarom
takeover-start = Neem over
takeover-nobody = Deze leerling kennen we niet.
takeover-several = Er zijn er meer die zo heten. Neem het leerlingnummer of de geboortedatum erbij.
takeover-birthday = De geboortedatum is een andere dan wij hebben.
takeover-alone = Deze leerling is 16 of ouder en beslist zelf.
takeover-unrepresented = We weten van niemand dat die het gezag heeft.
takeover-which = Er zijn twee ouders met gezag, en er staat niet bij wie antwoordde.
takeover-stranger = Wie erbij staat, heeft bij ons geen gezag over deze leerling.
takeover-day-wrong = De dag klopt niet, of ligt in de toekomst.
takeover-unread = “{ $text }” is geen ja en geen nee.
takeover-empty = Er staat geen antwoord.

# De brief van een verzonnen school.
demo-subject = Mogen we uw kind laten zien?
demo-text = De school laat graag zien wat er gebeurt. Wilt u per vraag kiezen wat mag?
