menu-channels = Kanalen

channels-title = Kanalen
channels-lead = Hier staat waar de school dingen laat zien, en of het werkt. Elk kanaal heeft een eigenaar.
channels-none = Er zijn nog geen kanalen.
channels-caption = De kanalen van { $school }
channels-name = Kanaal
channels-way = Hoe
channels-owner = Eigenaar
channels-health = Toestand
channels-add = Kanaal toevoegen
channels-of = School

kind-wordpress = website met WordPress
kind-mastodon = Mastodon
kind-bluesky = Bluesky
kind-nieuwsbrief = nieuwsbrief per mail
kind-feed = feed van de school
kind-met-de-hand = met de hand

at-website = website
at-nieuwsbrief = nieuwsbrief
at-portaal = ouderportaal
at-klassengroep = klassenapp
at-instagram = Instagram
at-facebook = Facebook
at-linkedin = LinkedIn
at-mastodon = Mastodon
at-bluesky = Bluesky
at-video = videodienst
at-drukwerk = drukwerk
at-pers = pers
at-intern = binnen de school
by-hand = { $channel }, met de hand

health-works = werkt
health-not = werkt niet
health-never = nog niet bekeken
health-hand = doet een mens
health-stopped = gestopt
health-at = Bekeken op { $at }.

why-by-hand = Dit doet een mens. Plaats het zelf en voeg de link of een schermafbeelding toe.
why-unreachable = De andere kant is niet bereikbaar. Kijk of het adres klopt en of de site het doet. We proberen het vanzelf opnieuw.
why-timed-out = De andere kant antwoordt niet op tijd. We proberen het vanzelf opnieuw.
why-not-secure = De verbinding is niet veilig: het certificaat klopt niet of is verlopen. Vraag de beheerder van de site om het te vernieuwen.
why-address = Dit adres staat niet op het openbare web. Vul het adres in dat begint met https:// en dat iedereen kan openen.
why-moved = Dit adres stuurt door naar een ander adres. Vul het adres in waar de site echt staat, met of zonder www.
why-credentials = De gebruiker of het wachtwoord klopt niet, of niet meer. Maak daar een nieuw wachtwoord voor dit programma en vul het hier in.
why-forbidden = De gebruiker mag dit daar niet. Geef deze gebruiker daar het recht om berichten en foto's te plaatsen en te verwijderen.
why-too-long = De tekst of een beschrijving is langer dan dit kanaal aanneemt. Maak die korter.
why-too-big = Een foto is groter dan dit kanaal aanneemt. Kies een kleinere foto.
why-image = Dit kanaal neemt een van de foto's niet aan. Kies een andere foto, of minder foto's.
why-no-alt = Bij een foto staat niet wat erop te zien is. Vul dat in.
why-rate-limited = Er is in korte tijd te veel geplaatst. We proberen het vanzelf later opnieuw.
why-server-error = De andere kant heeft een storing. We proberen het vanzelf opnieuw.
why-not-understood = Het antwoord van de andere kant is niet te begrijpen. Kijk of het adres klopt en of dit echt zo'n soort kanaal is.
why-different = De andere kant heeft iets anders geplaatst dan wij stuurden. Kijk daar zelf, en verwijder het als het niet klopt.
why-gone = Het staat er niet meer.
why-removed-there = Iemand heeft dit bericht daar verwijderd. We zetten het niet zomaar terug.
why-cannot-be-recalled = Wat verstuurd is, kan niet worden teruggehaald. De pagina met de foto's is wel weg. Vraag de lezers zelf om het te verwijderen.
why-cannot-be-changed = Dit kan daar niet worden gewijzigd. Plaats een verbetering, of verwijder het bericht.
why-under-way = Het is onderweg, maar nog niet alles is bevestigd.
why-nobody = Er is niemand om naar te sturen: van geen ouder van deze school is een mailadres bekend.
why-stopped = Dit kanaal wordt niet meer gebruikt.
why-no-secret = Er is nog geen wachtwoord voor dit kanaal. Vul het in.
why-refused = De andere kant neemt het niet aan. Kijk daar waarom, en probeer het daarna opnieuw.

remark-too-mighty = Deze gebruiker mag meer dan nodig is. Maak een gebruiker met de rol auteur: een gestolen wachtwoord doet dan minder kwaad.
remark-nobody = Van geen ouder van deze school is een mailadres bekend. Er gaat dus nu geen brief uit.

channel-kind = Soort
channel-address = Adres
channel-user = Gebruiker
channel-secret = Wachtwoord of sleutel
channel-secret-there = staat verzegeld; niemand kan het lezen
channel-secret-not = ontbreekt
channel-owner = Eigenaar
channel-can = Wat kan hier?
can-edit = Een bericht kan daar worden verbeterd.
can-not-edit = Een bericht kan daar niet worden verbeterd: een verbetering is een nieuw bericht.
can-delete = Een bericht kan daar worden verwijderd.
can-not-delete = Wat hier uitgaat, is niet terug te halen.
can-alt = De beschrijving van elke foto gaat mee.
can-not-alt = Een beschrijving van een foto kan hier niet mee.
can-text = Een tekst is hoogstens { $most } tekens.
can-images = Hoogstens { $most } foto's.
can-images-least = Minstens { $least } en hoogstens { $most } foto's.
channel-public = Openbare adressen
channel-page = Pagina voor bezoekers
channel-atom = Atom-feed
channel-json = JSON-feed
channel-try = Probeer nu
channel-tried = Net geprobeerd.
channel-change = Wijzigen
channel-stop = Niet meer gebruiken
channel-start = Weer gebruiken
channel-list = Alle kanalen

new-title = Welk kanaal?
new-lead = Kies waar de school iets laat zien. Wat geen aansluiting heeft, doet een mens: het programma zet dan alles klaar.
new-way = Soort kanaal
new-way-wrong = Kies een soort kanaal
new-next = Verder
new-form = Kanaal toevoegen
new-add = Voeg dit kanaal toe
way-wordpress-website = Website met WordPress
way-wordpress-website-hint = Berichten komen vanzelf op de site.
way-mastodon-mastodon = Mastodon of een andere server van het fediverse
way-bluesky-bluesky = Bluesky
way-nieuwsbrief-nieuwsbrief = Nieuwsbrief per mail aan de ouders
way-nieuwsbrief-nieuwsbrief-hint = Wat verstuurd is, kan niet worden teruggehaald.
way-feed-website = Feed van de school, met eigen pagina's
way-feed-website-hint = Bezoekers lezen mee in een feedlezer, of de website van de school neemt de berichten over.
way-hand = Met de hand: { $channel }

form-name = Hoe heet het kanaal bij jullie?
form-name-hint = Bijvoorbeeld: website van de school.
form-address = Adres
form-address-wordpress = Het adres van de voorkant van de site, met https://
form-address-mastodon = Het adres van de server, met https://
form-address-bluesky = Meestal https://bsky.social
form-user = Gebruiker
form-user-wordpress = De naam waarmee deze gebruiker inlogt. De rol auteur is genoeg.
form-user-bluesky = De naam van het account, bijvoorbeeld school.bsky.social
form-secret = Wachtwoord voor dit programma
form-secret-wordpress = Maak het in WordPress bij Profiel, Applicatiewachtwoorden. Niet het gewone wachtwoord.
form-secret-mastodon = De toegangscode van een toepassing. Maak die bij Voorkeuren, Ontwikkeling, met de rechten read en write.
form-secret-bluesky = Een app-wachtwoord. Maak het bij Instellingen, Privacy en beveiliging.
form-secret-keep = Laat leeg om te houden wat er staat.
form-owner = Wie is de eigenaar?
form-owner-hint = De eigenaar krijgt bericht als het kanaal niet meer werkt.
form-save = Sla op
form-name-wrong = Vul een naam in, in hoogstens 80 tekens
form-address-wrong = Vul een adres in dat begint met https:// en dat iedereen kan openen
form-user-wrong = Vul de gebruiker in
form-secret-wrong = Vul het wachtwoord in
form-secret-new = Het adres is anders. Vul daarom ook het wachtwoord opnieuw in
form-owner-wrong = Kies een eigenaar

change-title = { $name } wijzigen
stop-title = { $name } niet meer gebruiken?
stop-text = Er wordt niets meer geplaatst. Wat er staat, blijft staan en kan nog worden verbeterd en verwijderd.
stop-button = Gebruik dit kanaal niet meer
start-title = { $name } weer gebruiken?
start-text = Er kan weer worden geplaatst.
start-button = Gebruik dit kanaal weer

work-channels = { $n ->
    [one] eigenaar van 1 kanaal
   *[other] eigenaar van { $n } kanalen
}

feed-none = Er staan nu geen berichten.
feed-follow = Volgen
feed-changed = Verbeterd op { $day }
feed-back = Alle berichten
gone-title = Dit bericht is verwijderd
gone-text = Het bericht dat hier stond, is weggehaald.

letter-link = { $photos ->
    [0] Lees dit bericht ook hier:
    [one] Bekijk dit bericht met de foto hier:
   *[other] Bekijk dit bericht met de { $photos } foto's hier:
}
letter-foot = U krijgt deze brief omdat u ouder of verzorger bent van een kind op { $school }.
letter-correction = Verbetering: { $title }
letter-correction-intro = In een eerdere brief stond iets dat niet klopte. Dit is de verbeterde tekst.
letter-trouble-subject = Het kanaal { $account } werkt niet
letter-trouble =
    Beste { $name },

    Jij bent eigenaar van het kanaal { $account }. Dat werkt nu niet.

    { $why }

    Je vindt het kanaal hier:
    { $link }

    Over deze oorzaak krijg je geen tweede bericht.

stand-in = Dit is de nagebootste website van de demo
stand-in-text = Deze pagina's komen uit het programma zelf. Ze doen alsof ze de website van { $school } zijn, zodat je in de demo alles kunt uitproberen. Niets hiervan staat op het echte internet.
stand-in-none = Er staan nog geen berichten.
