# Menu.
menu-home = Wat wacht
menu-me = Mijn gegevens
menu-children = Mijn kinderen
menu-people = Mensen
menu-groups = Groepen
menu-roles = Rollen
menu-import = Inlezen
menu-year = Schooljaar
menu-schools = Scholen
menu-log = Logboek
menu-jobs = Taken

# Woorden die vaak terugkomen.
name = Naam
kind = Soort
where = Waar
when = Wanneer
who = Wie
what = Wat
number = Nummer
change = Wijzigen
save = Bewaar
find-button = Zoek
to-do = Nog doen
to-do-school = De school moet nog iets doen
school = School
schools = Scholen
school-year = Schooljaar
group = Groep
groups = Groepen
pupils = Leerlingen
mentor = Mentor
teachers = Leraren
as = Als
email = E-mailadres
first-day = Eerste dag
last-day = Laatste dag
whole-board = Het hele bestuur
since = vanaf { $from }
from-until = { $from } tot en met { $until }
month-1 = januari
month-2 = februari
month-3 = maart
month-4 = april
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = augustus
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december
kind-pupil = Leerling
kind-guardian = Ouder of verzorger
kind-staff = Medewerker
kind-left = Vertrokken
part-pupil = Leerling
part-mentor = Mentor
part-teacher = Leraar

# Iemand zoeken.
find-title = Mensen
find-label = Wie zoek je?
find-hint = Twee letters van de naam zijn genoeg. Accenten hoef je niet te typen.
find-caption = Gevonden mensen
find-none = Niemand gevonden. Probeer een ander deel van de naam.
find-more = Er zijn er meer. Typ meer letters.
add-person = Iemand toevoegen
add-person-button = Voeg toe

# De bladzijde van een persoon.
born = Geboren
born-said = { $day } ({ $age } jaar)
left-on = Laatste dag
groups-caption = Groepen
guardians = Ouders en verzorgers
guardians-none = Er is nog niemand bekend.
children = Kinderen
roles = Rollen
relation = Relatie
relation-parent = Ouder
relation-voogd = Voogd
relation-carer = Verzorger
relation-other = Iemand anders
authority = Gezag
authority-yes = Ja, met gezag
authority-no = Nee, zonder gezag
authority-unknown = Niet bekend
authority-link = Leg gezag vast
standing-represents = Heeft gezag
standing-to-confirm = Gezag nog niet vastgesteld
standing-without = Heeft geen gezag
standing-of-age = Leerling is 18 jaar of ouder
standing-not-now = Niet meer
warning-to-confirm = Van niemand is het gezag vastgesteld. Doe dat eerst: zonder gezag kan niemand toestemming geven.
warning-by-nobody = Er is niemand bekend met gezag. Vraag na wie deze leerling vertegenwoordigt.
merged-count = { $n ->
    [one] Eén dubbel dossier is hiermee samengevoegd.
   *[other] { $n } dubbele dossiers zijn hiermee samengevoegd.
}
file-actions = Wat je kunt doen
who-looked = Wie keek hiernaar
change-details = Gegevens wijzigen
add-guardian = Ouder of verzorger toevoegen
leaves = Vertrek regelen
merge = Dubbel dossier samenvoegen

# Gezag.
authority-title = Gezag vastleggen
authority-question = Heeft { $guardian } gezag over { $pupil }?
authority-hint = Kijk in het gezagsregister of in de papieren van de inschrijving. Weet je het niet? Kies dan ‘niet bekend’.
authority-why = Alleen wie gezag heeft, kan toestemming geven. Wat jij vastlegt, komt met je naam in het logboek.
authority-button = Leg vast
choose-authority = Kies of deze persoon gezag heeft
choose-relation = Kies wat deze persoon van de leerling is
relation-question = Wat is deze persoon van de leerling?
add-guardian-button = Voeg toe

# Voor ouders.
children-title = Mijn kinderen
children-none = De school heeft nog geen kind bij uw naam gezet. Vraag het na bij de school.
you-represent = U hebt gezag over dit kind.
you-to-confirm = De school moet nog vaststellen dat u gezag hebt. Tot die tijd ziet u hier alleen naam en groep.
you-without = Volgens de school hebt u geen gezag over dit kind. U ziet daarom alleen naam en groep. Klopt dat niet? Vraag het na bij de school.
you-of-age = Dit kind is 18 jaar of ouder en beslist zelf.
you-not-now = Dit is voorbij.
see-file = Wat de school van dit kind weet
see-own = Wat de school van u weet, en wie daarnaar keek
who-looked-child = Wie keek naar de gegevens van dit kind

# Groepen.
groups-none = Er zijn geen groepen in dit schooljaar.
add-group = Groep toevoegen
add-group-button = Voeg groep toe
group-title = Groep { $group }
pupils-count = { $n ->
    [one] 1 leerling
   *[other] { $n } leerlingen
}
pupils-caption = Leerlingen van deze groep
pupils-none = In deze groep zit nog niemand.
level = Leerjaar
change-members = Leden wijzigen
group-name = Naam van de groep
group-name-hint = Bijvoorbeeld 5a, 3/4b of H3c
group-kind = Wat voor groep is het?
kind-class = Een klas
kind-cluster = Een andere groep, zoals een vak
lowest = Leerjaar
lowest-hint = Bij een combinatiegroep het laagste leerjaar
highest = Hoogste leerjaar
highest-hint = Alleen bij een combinatiegroep
fill-in-group-name = Vul een naam in van hooguit 40 tekens
group-name-taken = Kies een andere naam: deze groep is er al
fill-in-level = Vul een leerjaar in van 1 tot en met { $highest }
fill-in-highest = Vul een leerjaar in dat niet lager is dan het eerste
members-title = Leden van groep { $group }
members-find = Wie komt erbij?
members-caption = Wie er nu in zit
take-out = Haal eruit
place-button = Zet in de groep
choose-person = Kies een persoon

# Iemand toevoegen of wijzigen.
call-name = Roepnaam
initials = Voorletters
infix = Tussenvoegsel
infix-hint = Zoals van der of el
family-name = Achternaam
family-hint = Wie maar één naam heeft, laat dit leeg
born-hint = Bijvoorbeeld 4 3 2015
email-hint = Om in te loggen en post te krijgen
email-hint-guardian = Hiermee kan deze persoon zelf inloggen
who-is-it = Wie voeg je toe?
guardian-hint = Een ouder voeg je toe bij het kind.
group-hint = Dit kan ook later.
no-group = Nog geen groep
too-long = Gebruik hooguit 80 tekens
fill-in-name = Vul een roepnaam of een achternaam in
fill-in-email = Vul een e-mailadres in zoals naam@voorbeeld.nl
fill-in-birthday = Vul een geboortedatum in die bestaat en voorbij is
choose-kind = Kies of het een leerling of een medewerker is
choose-school = Kies een school
choose-group = Kies een groep van deze school
changed-meanwhile = Iemand anders heeft deze gegevens net gewijzigd. Ga terug en begin opnieuw.

# Rollen.
roles-title = Wie heeft welke rol
roles-lead = Mentoren en leraren van een groep staan bij hun groep.
roles-none = Nog niemand heeft een rol.
roles-nobody = Deze rollen heeft niemand
give-role = Geef een rol
end-role = Beëindig rol
name-substitute = Wijs vervanger aan
stands-in-for = vervangt { $name }
substitute-lead = Wie vervangt { $name } als { $role }?
roles-find = Wie krijgt de rol?
which-role = Welke rol?
until-hint = Laat leeg als er geen einde is afgesproken
choose-role = Kies een rol
fill-in-first-day = Vul de eerste dag in
fill-in-until = Vul een laatste dag in die niet voor de eerste ligt
fill-in-last-day = Vul de laatste dag in
role-alone = Niemand anders heeft deze rol hier. Geef hem eerst aan iemand anders, anders blijft werk liggen.
role-by-roster = Deze rol volgt uit de leerlingadministratie
role-of-board = Deze rol geldt voor het hele bestuur
role-of-school = Kies een school voor deze rol

# Vertrek.
leave-title = { $name } vertrekt
leave-ready = Er is geen open werk meer. Na de laatste dag kan deze persoon niet meer inloggen. Rollen en groepen eindigen dan ook.
leave-button = Leg vertrek vast
work-count = { $n ->
    [one] Er is nog 1 ding te doen
   *[other] Er zijn nog { $n } dingen te doen
}
work-first = Draag eerst dit werk over. Daarna kan het account sluiten.
work-mentor = Groep { $group } heeft geen andere mentor
work-role = Niemand anders is { $role }
work-substitute = Vervangt iemand als { $role }

# Samenvoegen.
merge-lead = Staat { $name } er twee keer in? Zoek het andere dossier op.
merge-find = Wie is dezelfde persoon?
merge-who = Kies het dossier dat blijft
merge-compare = Vergelijk
merge-caption = De twee dossiers
merge-goes = Dit dossier gaat op
merge-stays = Dit dossier blijft
merge-warning = Groepen, ouders en kinderen gaan over. Rollen eindigen. Dit kan niet terug.
merge-button = Voeg samen

# Schooljaar.
roll-title = Van { $from } naar { $to }
roll-lead = Dit is een voorbeeld. Er verandert niets totdat je het bevestigt.
roll-moving = Gaat naar een groep
roll-again = Doet het jaar over
roll-leaving = Vertrekt
roll-open = Nog te kiezen
roll-caption = Groepen van nu
roll-next = Groepen in { $to }
roll-goes = Waarheen
roll-leaves = vertrekt
roll-choose = kies zelf
roll-follows = gaat mee met de groep
roll-stays = doet het jaar over
roll-to = naar groep { $group }
roll-class-title = Groep { $group } in { $to }
roll-class-lead = Kies alleen iets voor wie niet gewoon met de groep meegaat.
roll-warning = De groepen van { $from } eindigen op 31 juli. Wie vertrekt, is vanaf 1 augustus geen leerling meer.
roll-button = Ga over naar { $to }
roll-begun = In { $to } zitten al leerlingen in een groep. Deze overgang is al gedaan.
roll-nobody = Er zitten geen leerlingen in een groep.
roll-unclear = { $n ->
    [one] Van 1 leerling is niet duidelijk waar die heen gaat. Kies dat eerst.
   *[other] Van { $n } leerlingen is niet duidelijk waar ze heen gaan. Kies dat eerst.
}
roll-changed = Er is intussen iets veranderd. Bekijk het voorbeeld opnieuw en bevestig dan.

# Scholen.
schools-none = Er is nog geen school.
schools-caption = Scholen van het bestuur
add-school = School toevoegen
school-name = Naam van de school
sector = Soort onderwijs
sector-po = Basisonderwijs
sector-vo = Voortgezet onderwijs
brin = BRIN-nummer
brin-hint = Twee cijfers en twee letters, soms nog twee cijfers: 99ZZ00
protocol = Protocol
protocol-hint = Het socialemediaprotocol dat op deze school geldt
no-protocol = Nog geen protocol
locations = Locaties
locations-none = Deze school heeft één plek.
location-name = Naam van de locatie
add-location = Voeg locatie toe
fill-in-school-name = Vul de naam van de school in
choose-sector = Kies het soort onderwijs
fill-in-brin = Vul een BRIN-nummer in zoals 99ZZ of 99ZZ00
choose-protocol = Kies een protocol uit de lijst
fill-in-location = Vul de naam van de locatie in

# Logboek.
log-title = Logboek
log-lead = Alles wat is besloten en bekeken. Het logboek groeit alleen aan: er kan niets uit worden gehaald.
log-about = Over wie
log-by = Door wie
log-kind = Wat er gebeurde
log-all = Alles
log-caption = Uit het logboek
log-none = Niets gevonden.
log-older = Ouder
log-nobody = Vul een naam in die we kennen
log-several = Vul meer van de naam in: er zijn er meer
fill-in-day = Vul een dag in die bestaat
seen-title = Wie keek naar { $name }
seen-lead = Elke keer dat iemand deze gegevens bekijkt of wijzigt, komt dat hier te staan.
somebody-gone = iemand die er niet meer is
the-program = het programma
log-looked = Bekeken
looked-file = het dossier
looked-details = de gegevens om te wijzigen
looked-merge = het dossier, om samen te voegen
looked-log = wie keek
looked-text = de naam, bij een tekst die is nagekeken
looked-words = de naam, op de woordenlijst van de school
looked-case-chronology = de zaken van deze leerling
looked-consent-form = het formulier voor toestemming
looked-dossier = het dossier van een zaak
looked-advice = een vraag bij twijfel
looked-case = een zaak
looked-case-letter = een brief van de school
looked-consent = de toestemmingen
looked-consent-proof = het bewijs van een toestemming
looked-photo = een foto
looked-photos = de foto's
looked-publication = de naam, bij een bericht
log-authority-confirmed = Gezag vastgelegd
log-guardian-added = Ouder of verzorger toegevoegd
log-person-added = Persoon toegevoegd
log-person-changed = Gegevens gewijzigd
log-person-left = Vertrek vastgelegd
log-person-merged = Dossiers samengevoegd
log-group-added = Groep toegevoegd
log-group-member = Lid van een groep gewijzigd
log-role-given = Rol gegeven
log-role-ended = Rol beëindigd
log-roster-imported = Leerlingbestand ingelezen
log-year-rolled = Schooljaar overgegaan
log-school-changed = School gewijzigd
log-word-kept = Woord onthouden voor het nakijken van teksten
log-word-removed = Woord van de lijst gehaald
log-job-revived = Taak opnieuw geprobeerd
log-signed-in = Ingelogd
log-stepped-up = Opnieuw bewezen wie het is
log-signed-out = Uitgelogd
log-advice-answered = Antwoord op een vraag
log-advice-asked = Vraag gesteld bij twijfel
log-advice-forgotten = Vraag vergeten, de termijn is om
log-advice-precedent = Eerder antwoord gewijzigd
log-advice-settled = Gekozen wie vragen beantwoordt
log-advice-went-on = Vraag doorgegaan naar een ander
log-board-founded = Bestuur begonnen
log-case-articles = Artikelen bij een zaak gekozen
log-case-board = Bestuur ingelicht over een zaak
log-case-closed = Zaak gesloten
log-case-done = Stap in een zaak gedaan
log-case-evidence = Bewijs bij een zaak
log-case-exported = Dossier meegenomen
log-case-fake = Nepaccount in een zaak
log-case-figures = Cijfers van zaken
log-case-forgotten = Zaak vergeten, de termijn is om
log-case-hold = Zaak langer bewaard
log-case-joined = Betrokkene bij een zaak
log-case-legal = Stap van de wet in een zaak
log-case-letter = Brief bij een zaak
log-case-mailbox = Mailbox voor meldingen gewijzigd
log-case-measure = Maatregel in een zaak
log-case-mistaken = Vergissing in een zaak hersteld
log-case-noted = Notitie bij een zaak
log-case-objection = Bezwaar
log-case-opened = Zaak geopend en gelezen
log-case-opened-as = Zaak begonnen
log-case-planned = Afspraak in een zaak
log-case-police = Politie in een zaak
log-case-reopened = Zaak heropend
log-case-restore = Herstel in een zaak
log-case-searched = Gezocht in zaken
log-case-seated = Wie een zaak behandelt
log-case-signalled = Melding binnengekomen
log-case-talked = Gesprek in een zaak
log-case-template = Brief van de school gewijzigd
log-case-turned = Zaak van soort veranderd
log-case-urgent = Spoed van een zaak gewijzigd
log-case-watch = Wat de school volgt gewijzigd
log-case-wrote = Bericht in een zaak
log-channel = Kanaal gewijzigd
log-channel-health = Kanaal gecontroleerd
log-consent = Toestemming
log-consent-asked = Toestemming gevraagd
log-consent-exported = Toestemmingen meegenomen
log-consent-list = Lijst van toestemmingen getoond
log-consent-notice = Uitleg over toestemming gewijzigd
log-consent-purposes = Doelen van toestemming gewijzigd
log-consent-shield = Bescherming van een leerling
log-consent-taken-over = Toestemmingen overgenomen
log-consent-talk = Gesprek over toestemming
log-consent-terms = Regels over toestemming gewijzigd
log-consent-undone = Toestemming teruggedraaid
log-draft-approved = Bericht goedgekeurd
log-letter-link-again = Brief om in te loggen opnieuw gemaakt
log-passkey = Passkey
log-password-changed = Wachtwoord gewijzigd
log-photo = Foto
log-photo-album = Album
log-photo-complete = Foto als volledig verklaard
log-photo-crop = Uitsnede van een foto
log-photo-faces = Gezichten op een foto
log-photo-film = Film
log-photo-request = Afgedekt op verzoek
log-photo-terms = Regels over foto's gewijzigd
log-publication = Bericht geplaatst of weggehaald
log-publication-proof = Bewijs van een bericht
log-publication-release = Bericht vrijgegeven
log-publication-terms = Regels over berichten gewijzigd
log-pupil-account = Account van een leerling
log-recovery-code = Herstelcode gebruikt
log-second-factor = Tweede stap bij inloggen
log-service-linked = Gekoppeld aan de inlog van de school
log-service-set = Inlog van de school ingesteld
log-sessions-ended = Overal uitgelogd

# Leerlingbestand inlezen.
import-title = Leerlingen en medewerkers inlezen
import-lead = Stuur het bestand uit je leerlingadministratie. Eerst zie je wat er zou veranderen. Er gebeurt niets tot je dat goedvindt.
import-file = Bestand
import-file-hint = EDEXML (.xml), OneRoster (.zip) of onze eigen lijst (.csv). Niet groter dan 256 MB.
import-look = Bekijk wat er verandert
import-no-file = Kies een bestand
import-templates = Geen leerlingadministratie?
import-templates-lead = Vul een voorbeeldbestand in met een rekenprogramma en stuur het in. Ouders staan nooit in EDEXML; daarvoor is de tweede lijst.
import-template-people = Voorbeeld voor leerlingen en medewerkers (mensen.csv)
import-template-guardians = Voorbeeld voor ouders en verzorgers (ouders.csv)
import-not-kept = Wat we niet bewaren
import-not-kept-lead = BSN, ECK iD, nationaliteit, herkomst, geslacht, adres, telefoonnummer en foto lezen we niet. Het bestand zelf is weg zodra het gelezen is.
import-reading = Het bestand wordt gelezen. Deze pagina kijkt vanzelf opnieuw.
import-busy = De mensen worden ingelezen. Deze pagina kijkt vanzelf opnieuw.
import-progress = Gelezen, in kB
import-again = Kijk nu opnieuw
import-refused = Dit bestand kunnen we niet gebruiken
import-refused-lead = Er is niets veranderd.
import-broken-off = Het lezen is afgebroken. Stuur het bestand opnieuw.
import-other-file = Kies een ander bestand
import-preview = Dit verandert er
import-preview-lead = Er is nog niets veranderd. Klopt het? Lees het dan in.
import-tally = { $new } nieuw, { $changed } veranderd, { $same } gelijk
import-staff = Medewerkers
import-guardians = Ouders en verzorgers
import-bonds = Banden tussen ouder en kind
import-left = Leerlingen met een nieuwe laatste dag
import-missing = Niet geleverd
import-missing-lead = Deze leerlingen staan niet in het bestand. Er wordt niemand verwijderd: zet zelf een laatste dag als iemand weg is.
import-skipped = Overgeslagen: al weg, of ouder van niemand hier
import-nothing = Alles is al zoals in het bestand.
import-confirm = Lees in
import-cancel = Toch niet
import-done = { $school } is bijgewerkt
import-lists = Wie en wat
import-new = Nieuw
import-changed = Veranderd
import-refused-records = Geweigerd
import-repaired = Hersteld
import-dropped = Weggelaten
import-first-lines = Van elke lijst staan hier de eerste 200 regels.
import-none = Niets in deze lijst.
import-line = Regel
import-what-name = naam
import-what-born = geboortedatum
import-what-email = e-mailadres
import-what-group = groep
import-what-leaves = vertrekt
import-what-back = is terug

# Taken van het programma.
jobs-title = Taken van het programma
jobs-lead = Brieven en ander werk dat buiten het scherm om gaat. Wat niet lukt, wordt steeds later opnieuw geprobeerd. Na twaalf keer kijkt een mens.
jobs-dead = Opgegeven
jobs-waiting = Wacht of loopt
jobs-none-dead = Er is niets opgegeven.
jobs-none-waiting = Er wacht niets.
jobs-kind = Wat
jobs-due = Wanneer
jobs-attempts = Pogingen
jobs-fault = Wat er misging
jobs-act = Doen
jobs-again = Probeer opnieuw
job-mail = Een brief
job-sign-in-link = Een brief met een link om in te loggen
job-identity-sweep = Opruimen wat zijn tijd heeft gehad
job-log-checkpoint = Het logboek ondertekenen
job-roster-import = Een leerlingbestand inlezen

# Wat wacht.
home-title = Wat wacht
home-none = Hier wacht niets.
home-lead = Bovenaan staat wat het eerst gevaar geeft, daarna wat het langst wacht.
home-name = Wat wacht, het dringendste eerst
home-since = sinds { $at }
home-now = Nu
home-soon = Gauw
home-take = Ik doe dit
home-over = Neem over
home-back = Geef terug
home-mine = Je bent hiermee bezig tot { $until }
home-theirs = { $who } is hiermee bezig tot { $until }
home-busy = { $who } is hier net aan begonnen. Neem het over als dat is afgesproken.
home-more = { $n ->
    [one] En nog 1
   *[other] En nog { $n }
}
home-all = Toon meer
home-done = Net gedaan
home-done-hint = Dit kun je nog terugdraaien.
home-undo = Draai terug
waits-roster = Bevestig een leerlingbestand
waits-leaver = Draag het werk over van { $name }
waits-leaver-day = Laatste dag: { $day }
waits-jobs = { $n ->
    [one] Kijk naar 1 taak die niet lukte
   *[other] Kijk naar { $n } taken die niet lukten
}
waits-jobs-why = Het programma probeert ze niet meer
