# Rollen.
role-leerling = leerling
role-ouder = ouder of verzorger
role-leraar = leraar
role-medewerker = medewerker
role-stagiair = stagiair
role-pr = PR-medewerker
role-mentor = mentor
role-teamleider = teamleider
role-directeur = directeur
role-antipest = anti-pestcoördinator
role-mr = lid van de medezeggenschapsraad
role-bestuur = bestuurder
role-fg = functionaris gegevensbescherming
role-beheerder = beheerder

# Handelingen: wat iemand mag.
action-own-account = je eigen account beheren
action-look-file = het dossier van een persoon bekijken
action-look-groups = groepen bekijken
action-look-persons = personen zoeken en bekijken
action-look-roles = zien wie welke rol heeft
action-look-matrix = zien wat elke rol mag
action-look-log = het logboek bekijken
action-look-consent = zien wie er in beeld mag
action-take-photos = foto's insturen, zeggen wie erop staan en zien waar ze mogen
action-type-consent = antwoorden over toestemming invoeren
action-set-consent = toestemming regelen
action-edit-persons = personen toevoegen en wijzigen
action-edit-groups = groepen toevoegen en wijzigen
action-import-roster = een leerlingenbestand inlezen
action-roll-year = overgaan naar een nieuw schooljaar
action-make-accounts = een account maken voor een leerling
action-give-roles = rollen geven en beëindigen
action-export-log = het logboek meenemen als bestand
action-write-posts = schrijven wat geplaatst wordt
action-release-posts = vrijgeven wat een ander schreef, en alles zien wat een school plaatst
action-scan-text = een tekst laten nakijken op persoonsgegevens
action-edit-words = de woordenlijst van de school bijhouden
action-run-channels = de kanalen van een school beheren
action-ask-advice = vragen bij twijfel
action-answer-advice = antwoorden bij twijfel
action-set-advice = kiezen wie antwoordt bij twijfel
action-signal = melden dat er iets misging
action-handle-cases = afhandelen wat er misging
action-end-sessions = iemand anders uitloggen
action-set-sign-in = bepalen hoe mensen inloggen
action-set-school = gegevens van een school wijzigen
action-set-board = gegevens van het bestuur wijzigen
action-manage-keys = sleutels en reservekopieën beheren

# Hoe iets tot iemand staat.
relation-own = van jezelf
relation-ownChild = van je eigen kind
relation-ownGroup = van je eigen groep
relation-ownSchool = van je school
relation-ownBoard = van het hele bestuur
relation-other = daarbuiten

# Waarom het mag of niet mag.
policy-own-account = Je eigen account beheer je zelf.
policy-own-file = Iedereen mag zien wat er over hem of haar is vastgelegd.
policy-own-child = Een ouder of verzorger mag zien wat er over het eigen kind is vastgelegd.
policy-ask-in-doubt = Iedereen mag het vragen bij twijfel.
policy-signal = Iedereen mag melden dat er iets misging.
policy-parents-among-themselves = Ouders antwoorden elkaar als het protocol dat zegt.
policy-answer-in-doubt = Als { $role } antwoord je wie twijfelt, als het protocol je noemt.
policy-council-answers = Als { $role } antwoord je wie twijfelt, als het protocol je noemt.
policy-handle-cases-of-the-school = Als { $role } handel je zaken af waarin je een plek hebt, na nog een keer bewijzen wie je bent.
policy-handle-cases-of-the-board = Als { $role } handel je zaken af die naar het bestuur gingen.
policy-groups-of-the-school = Als { $role } zie je de groepen van je school.
policy-persons-of-the-school = Als { $role } vind je de personen van je school.
policy-own-group = Als { $role } zie je wie er in je groep zit.
policy-intern-own-group = Als { $role } zie je alleen je eigen groep.
policy-file-of-own-group = Als { $role } mag je de dossiers van je groep bekijken.
policy-file-of-the-school = Als { $role } mag je dossiers van je school bekijken.
policy-account-for-a-pupil = Als { $role } maak je accounts voor de leerlingen van je groep.
policy-who-may-be-shown = Als { $role } zie je wie er in beeld mag.
policy-photos-of-the-school = Als { $role } stuur je foto's van je school in en zeg je wie erop staan.
policy-answers-on-paper = Als { $role } voer je in wat iemand op papier of in een gesprek heeft geantwoord.
policy-write-for-the-school = Als { $role } schrijf je berichten voor je school.
policy-intern-writes-of-the-group = Als { $role } schrijf je berichten over je eigen groep.
policy-release-for-the-school = Als { $role } zie je wat je school plaatst, en geef je vrij wat een ander schreef als het protocol dat zo regelt.
policy-release-for-the-board = Als { $role } zie je wat je scholen plaatsen, en geef je vrij wat een ander schreef als het protocol dat zo regelt.
policy-check-a-text = Als { $role } mag je een tekst laten nakijken.
policy-intern-checks-a-text = Als { $role } mag je een tekst voor je groep laten nakijken.
policy-lead-a-school = Als { $role } geef je leiding aan deze school.
policy-words-of-the-school = Als { $role } houd je de woordenlijst van je school bij.
policy-channels-of-the-school = Als { $role } beheer je de kanalen van je school.
policy-who-does-what = Als { $role } zie je wie welke rol heeft.
policy-govern-a-board = Als { $role } bestuur je deze scholen.
policy-administer = Als { $role } beheer je het programma.
policy-guard-privacy = Als { $role } houd je toezicht op de privacy.
policy-the-matrix = Als { $role } mag je zien wat elke rol mag.
policy-step-up = Log eerst opnieuw in. Zo weten we dat jij het nog bent.
reason-not-this-role = Je rol geeft je hier niet het recht voor: { $action }.
reason-elsewhere = Dit hoort bij een ander bestuur.

# Inloggen.
boards-title = Bij wie log je in?
boards-search = Naam van je bestuur
boards-find = Zoek
boards-none = Hier is nog geen bestuur met die naam.
sign-in-title = Inloggen
sign-in-staff = Voor medewerkers
sign-in-parents = Voor ouders en verzorgers
sign-in-with = Inloggen met { $name }
sign-in-passkey = Inloggen met je toegangssleutel
sign-in-mail = Stuur mij een link
sign-in-mail-hint = Het adres dat de school van u heeft. U krijgt een mail met een link om in te loggen.
sign-in-password = Inloggen met een naam en wachtwoord
sign-in-go = Log in
field-address = E-mailadres
field-name = Naam om in te loggen
field-name-hint = Je e-mailadres, of de naam die je van school kreeg.
field-password = Wachtwoord
field-new-password = Nieuw wachtwoord
field-code = Code
field-call = Roepnaam
field-infix = Tussenvoegsel
field-family = Achternaam
field-board = Naam van het bestuur
field-board-hint = Bijvoorbeeld: Stichting Openbaar Onderwijs De Vaart.
field-school = Naam van de school
field-school-hint = Heb je meer scholen? Begin met een; de andere voeg je later toe.
field-sector = Wat voor school is het?
sector-po = Basisschool of speciaal onderwijs
sector-vo = Voortgezet onderwijs
other-way = Log op een andere manier in
print = Print

# Wat er niet klopt.
fault-password = Deze naam en dit wachtwoord horen niet bij elkaar. Kijk ze na en probeer het opnieuw.
fault-code = Deze code klopt niet. Neem de code die nu in je app staat. Elke code werkt één keer.
fault-passkey = Met deze toegangssleutel lukt het niet. Probeer het opnieuw of log op een andere manier in.
fault-step-up = Dit wachtwoord of deze code klopt niet. Elke code werkt één keer.
fault-address = Vul een e-mailadres in, bijvoorbeeld naam@school.nl.
fault-board = Vul de naam van het bestuur in.
fault-school = Vul de naam van de school in.
fault-sector = Kies wat voor school het is.
fault-call = Vul je roepnaam in.
fault-service-name = Vul in hoe mensen deze dienst noemen.
fault-service-issuer = Vul het adres van de dienst in. Het begint met https:// en heeft geen vraagteken.
fault-service-client = Vul de client-id in die je van de dienst kreeg.
fault-service-claim = Kies een van deze mogelijkheden.
fault-service-domains = Vul de domeinen van je school in, bijvoorbeeld delinde.nl.
weak-short = Neem een wachtwoord van ten minste 12 tekens. Een paar woorden achter elkaar is goed.
weak-long = Dit wachtwoord is te lang. Neem er een van hoogstens 256 tekens.
weak-common = Dit wachtwoord raadt iedereen. Neem een ander.
weak-own = In dit wachtwoord staat je eigen naam of die van je school. Neem een ander.

# Wachtwoord en code.
password-title = Kies een wachtwoord
password-hint = Ten minste 12 tekens. Een paar woorden achter elkaar onthoud je het best.
password-keep = Bewaar het wachtwoord
code-title = Vul je code in
code-hint = De zes cijfers uit je app, of een van je herstelcodes.
code-add-title = Een code als tweede slot
code-add-how = Open op je telefoon een app voor inlogcodes en lees dit plaatje in.
code-add-picture = Plaatje dat je met een app voor inlogcodes inleest
code-add-by-hand = Lukt dat niet? Typ dan in de app:
code-add-hint = De zes cijfers die de app nu laat zien.
code-add-keep = Zet het tweede slot erop
recovery-title = Bewaar deze herstelcodes
recovery-how = Is je telefoon weg? Dan log je met een van deze codes in. Elke code werkt één keer. Ze staan hier maar één keer.
recovery-kept = Ik heb ze bewaard

# Een link per mail.
mail-sent-title = Kijk in uw mail
mail-sent-text = Kent de school dit adres? Dan is er een mail met een link onderweg. De link werkt een half uur, en één keer.
mail-sent-none = Komt er niets? Kijk bij de ongewenste mail, of vraag de school welk adres zij van u heeft.
mail-again = Vraag een nieuwe link
mail-enter-title = U kunt nu inloggen
mail-enter-text = Druk op de knop om in te loggen bij { $board }. Daarna werkt deze link niet meer.
mail-enter = Log in
mail-stale-title = Deze link werkt niet meer
mail-stale-text = Een link werkt een half uur, en één keer. Er is niets veranderd.
letter-link-subject = Inloggen bij { $board }
letter-link-text =
    Beste { $name },

    U of iemand anders vroeg om in te loggen bij { $board }.
    Open deze link en druk op de knop:

    { $link }

    De link werkt een half uur, en één keer. Vroeg u er niet om? Dan hoeft u niets te doen.
letter-hello = Beste { $name },
letter-link-why = U of iemand anders vroeg om in te loggen bij { $board }.
letter-link-button = Open deze link en druk op de knop
letter-link-short = De link werkt een half uur, en één keer. Vroeg u er niet om? Dan hoeft u niets te doen.

# Een andere dienst.
service-title = Inloggen lukte niet
service-failed = De andere dienst gaf geen geldig antwoord. Probeer het opnieuw. Blijft het misgaan? Vraag het de beheerder.
service-unknown = De andere dienst kent je, maar de school kent je daar nog niet. Log op een andere manier in en koppel de dienst bij je account, of vraag het de beheerder.
service-taken = Dit account van de andere dienst is al gekoppeld, of jij hebt er al een gekoppeld. Er is niets veranderd.
service-not-fresh = De andere dienst heeft je niet opnieuw laten inloggen. Probeer het op een andere manier.
onward-title = Verder bij de andere dienst
onward-text = Log daar in. Daarna kom je hier terug.
onward-go = Ga verder

# Nog een keer laten zien dat jij het bent.
step-up-title = Ben jij het nog?
step-up-text = Hiervoor vragen we je nog een keer in te loggen. Dat geldt tien minuten.
step-up-go = Ga verder
step-up-demo = Ja, ik ben het (alleen in de demo)
step-up-none = Je hebt nog geen toegangssleutel en geen code. Log uit en log opnieuw in.

# Je account.
account-title = Mijn account
account-roles = Je rollen:
account-no-role = Je hebt hier nu geen rol.
account-one-way = Je hebt alleen een wachtwoord. Voeg een toegangssleutel of een code toe, anders kun je straks niet meer inloggen.
account-passkeys = Toegangssleutels
account-passkeys-text = Met een toegangssleutel log je in met je vinger, je gezicht of de code van je eigen toestel. Die gegevens blijven op je toestel.
account-password = Wachtwoord
account-password-change = Kies een ander wachtwoord
account-second-on = { $left ->
    [one] Het tweede slot staat erop. Je hebt nog één herstelcode.
   *[other] Het tweede slot staat erop. Je hebt nog { $left } herstelcodes.
 }
account-second-off = Er staat nog geen tweede slot op.
account-second-add = Voeg een code toe
account-second-again = Begin met een nieuwe telefoon
account-services = Andere diensten
account-link = Koppel { $name }
account-sessions = Waar ben ik ingelogd?
account-sessions-text = Ken je er een niet? Stop die, en kies een ander wachtwoord.
field-passkey = Naam van deze toegangssleutel
field-passkey-hint = Bijvoorbeeld: telefoon van school.
passkey-unnamed = Toegangssleutel
passkey-add = Voeg een toegangssleutel toe
passkey-made = gemaakt op
passkey-remove = Haal weg
session-seen = laatst gebruikt op
session-here = Dit toestel, nu
session-end = Stop
session-end-all = Stop alle andere
means-passkey = met een toegangssleutel
means-password = met wachtwoord en code
means-pupil = met wachtwoord
means-oidc = met een andere dienst
means-mail = met een link per mail
means-demo = in de demo
moment = { $day }-{ $month }-{ $year } om { $time }

# Beginnen.
begin-title = Begin met Pleinwacht
begin-text = Met deze gegevens maken we het bestuur, de eerste school en jouw account als beheerder.
begin-you = Over jou
begin-address-hint = Hiermee log je in.
begin-go = Begin

# De demo.
demo-title = Wie ben je?
demo-text = Alle mensen in de demo zijn verzonnen. Kies een rol en je bent ingelogd.
demo-link = Demo: log met één klik in

# Wie mag wat.
matrix-title = Wie mag wat?
matrix-text = Dit volgt uit de regels waarmee het programma zelf beslist. Wat hier niet staat, mag niet.
matrix-action = Handeling
matrix-where = Waarvan
matrix-csv = Download als rekenblad
matrix-json = Download als JSON
matrix-after-step-up = {" "}(na opnieuw inloggen)

# Diensten en accounts.
services-title = Hoe mensen inloggen
services-text = Mensen kunnen inloggen met een dienst die je school al heeft, zoals Microsoft, Google of Entree. Alleen wie de school kent, komt binnen.
services-add = Voeg een dienst toe
services-keep = Bewaar deze dienst
services-remove = Haal deze dienst weg
services-redirect = Adres om bij de dienst op te geven
services-by-hand = ieder koppelt zelf
field-service = Naam van de dienst
field-service-hint = Zoals mensen haar kennen: Microsoft, Google, Entree.
field-issuer = Adres van de dienst (issuer)
field-issuer-hint = Bijvoorbeeld https://login.microsoftonline.com/…/v2.0
field-client = Client-id
field-secret = Client-geheim
field-claim = Hoe herkennen we iemand de eerste keer?
field-claim-hint = Daarna telt alleen het vaste kenmerk van de dienst, nooit meer het adres.
field-domains = Domeinen van je school
field-domains-hint = Alleen over adressen van deze domeinen geloven we de dienst. Zet er een komma tussen.
claim-none = Niet: ieder koppelt de dienst zelf
claim-email = Aan het e-mailadres dat de dienst heeft gecontroleerd (email)
claim-username = Aan de inlognaam bij Microsoft (preferred_username)
claim-upn = Aan de inlognaam in de eigen directory (upn)
claim-mail = Aan het e-mailadres van Entree (mail)
pupil-title = Account voor een leerling
pupil-text = Je maakt een account voor { $name }. Had { $name } er al een? Dan werkt het oude wachtwoord niet meer.
pupil-make = Maak het account
pupil-made-title = Het account is gemaakt
pupil-made-text = Geef dit aan { $name }. De code werkt twee weken, en één keer: daarna kiest { $name } een eigen wachtwoord.
pupil-code = Code voor de eerste keer

# Een link in een brief die iets vraagt.
letter-enter-title = De school vraagt u iets
letter-enter-text = Druk op de knop. Dan ziet u wat { $board } vraagt. Daarna werkt deze link niet meer.
letter-enter = Ga verder
letter-stale-text = Deze link is al gebruikt, of is te oud. We kunnen een nieuwe link sturen, naar het adres dat de school van u heeft.
letter-again = Stuur een nieuwe link
letter-sent-text = Kent de school uw adres? Dan is er een mail met een nieuwe link onderweg.
letter-again-subject = Een nieuwe link van { $board }
letter-again-text =
    Beste { $name },

    U of iemand anders vroeg om een nieuwe link, om te antwoorden op wat { $board } vraagt.
    Open deze link en druk op de knop:

    { $link }

    De link werkt { $days } dagen, en één keer. Stuur hem niet door: wie hem heeft, kan voor u antwoorden.
    Vroeg u er niet om? Dan hoeft u niets te doen.
