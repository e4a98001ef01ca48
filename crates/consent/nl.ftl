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
    geldt dan niet meer. Die dag krijg je een brief met een link.

    { $school }
life-soon-guardian-subject = Straks beslist uw kind zelf
life-soon-guardian =
    Beste { $name },

    Op { $day } wordt { $pupil } 16. Vanaf die dag beslist { $pupil } zelf of de school foto's en filmpjes mag laten zien. Wat u
    heeft gezegd, geldt dan niet meer. U hoeft niets te doen.

    { $school }
life-16-pupil-subject = Nu beslis jij
life-16-pupil =
    Beste { $name },

    Je bent 16. Vanaf nu beslis je zelf of de school jou mag laten zien. Zolang je niets kiest, plaatst de school niets nieuws.
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
