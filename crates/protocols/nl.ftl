# Mag dit?, het protocol en de vergelijking. Je voor leerlingen en personeel.

# Kies een school
home-title = Mag dit op sociale media?
home-one = Elke school heeft een eigen protocol voor sociale media.
home-two = Stel je vraag in een paar tikken: je krijgt het antwoord van jouw school, met het artikel erbij.
home-three = Zonder account, en er wordt niets bewaard.
choose-school = Kies je school
compare-link = Vergelijk de scholen
sector-po = basisonderwijs
sector-vo = voortgezet onderwijs
sector-po-vo = basisonderwijs en voortgezet onderwijs
school-about = { $sector } · versie { $version }

# De bladzijde van een school
school-title = Sociale media
may-i = Mag dit?
may-i-lead = Twijfel je over een foto, een bericht of een groep? Vraag het hier.
start-tapping = Liever kiezen dan typen? Begin met tikken
read-protocol = Het protocol
whole-text = De hele tekst
for-children = Voor groep 6, 7 en 8
version-line = Versie { $version }
version-adopted = Versie { $version }, vastgesteld op { $date }
part-of = Onderdeel van: { $whole }
whom-to-ask = Aan wie kun je het vragen?
whom-to-ask-lead = Twijfel je? Doe het dan nog niet en vraag het eerst.
ask-whom = Vraag aan
articles = Artikelen
nobody = Niemand aangewezen
what-school-does = Wat doet de school voor een veilig klimaat?
part-consent = Toestemming voor beeld en geluid
part-procedures = Afspraken
part-calendar = Ieder jaar
part-measures = Als het misgaat
part-adoption = Zo komt het protocol tot stand
related = Hoort hierbij
consent-row = { $who } geeft { $form } toestemming voor { $media }
consent-written = schriftelijk
consent-express = uitdrukkelijk
consent-kept = De school bewaart de toestemming.
consent-moments = Moment: { $moments }.
medium-foto = foto
medium-film = film
medium-geluid = geluid
procedure-who = Wie: { $who }.
procedure-when = Wanneer: { $when }.
calendar-groups = Voor groep { $groups }.
measure-row = Mogelijke maatregelen: { $steps }
measure-decides = Besluit: { $who }.
measure-for = Voor: { $who }.
measure-if = Als: { $when }.
police-doet = De school doet aangifte bij de politie
police-overweegt = De school overweegt aangifte bij de politie
dossier-row = Wat hierover gezegd en geschreven wordt, komt in { $system }
adoption-advies = { $who } geeft advies
adoption-instemming = { $who } stemt in
adoption-team = { $who } spreekt het af
and = en
or = of

# De vraag
what-label = Wat wil je doen?
what-example = Bijvoorbeeld: foto van het schoolreisje in de klassenapp
what-button = Kijk of het mag
no-names = Typ geen namen. Wat je typt, wordt niet bewaard.
or-pick = Of kies wat erop lijkt
i-am-pupil = Ik ben leerling
i-am-parent = Ik ben ouder of verzorger
i-am-staff = Ik werk op school
something-else = Iets anders
not-understood = Dat begreep ik niet.
not-understood-hint = Probeer het met andere woorden, of kies hieronder wat erop lijkt.
back = Terug
understood = Dit begreep ik
understood-hint = Klopt er iets niet? Tik het weg.
not-so = klopt niet, haal weg
yes = Ja
no = Nee
unknown = Weet ik niet
none-known = Weet ik niet, van geen van deze
or-tick = Of kruis aan wat wel zo is.
go-on-ticked = Verder met wat ik aankruiste
why-ask = Waarom vraag je dit?
said-so-far = Wat je tot nu toe zei
answer-so-far = Laat het antwoord tot nu toe zien
progress = { $left ->
    [one] De laatste vraag.
   *[other] Nog hooguit { $left } vragen.
 }
persons-question = Is er iemand te herkennen?
persons-why = Wie te zien, te horen of bij naam genoemd is, heeft er iets over te zeggen. Toestemming geldt per persoon, per doel en per plek. Geen antwoord is geen toestemming.
persons-short = wie herkenbaar is
persons-niemand = Nee, niemand
persons-ik = Alleen ikzelf
persons-schriftelijk = Anderen, en iedereen gaf schriftelijk toestemming
persons-mondeling = Anderen, en iedereen gaf toestemming, maar niet op papier
persons-anderen = Een of meer anderen
persons-deels = Anderen, en niet iedereen gaf toestemming (of dat weet ik niet)
role-both = Ouder, en ik werk hier ook

# Het antwoord
why = Waarom?
in-protocol = Lees het in het protocol
also-permitted = Een ander artikel staat dit wel toe
also-permitted-text = Deze artikelen zouden het toestaan, maar het verbod gaat voor.
still-open = Wat het antwoord nog kan veranderen
still-possible = Het kan nog dit worden:
duties = Dit hoort erbij
ways-out = Zo mag het wel
measures = Wat kan er volgen?
measures-text = De school kan dit doen als iemand zich er niet aan houdt. Een mens beslist, nooit het programma.
nobody-named = Het protocol wijst voor jou niemand aan. Vraag het aan iemand van school die je vertrouwt.
in-doubt = Ik twijfel: vraag het de school
it-happened = Is dit al gebeurd? Meld het
ask-line = Vraag het aan { $who }
you-said = Dit heb je gezegd
new-question = Nieuwe vraag
copy-link = Kopieer de link
copied = Gekopieerd
print = Druk af
elsewhere = Hoe zit dit op andere scholen?
receipt = Bewijs van dit antwoord
receipt-text = Met deze gegevens kan iedereen het antwoord narekenen. Er staan geen namen in.
receipt-protocol = protocol
receipt-version = versie
receipt-sha256 = vingerafdruk van de tekst
receipt-vocabulary = woordenlijst
receipt-engine = rekenwijze
receipt-facts = feiten
way-if = Als dit klopt: { $phrase }
silence-doubt = Het protocol zegt hier niets over. Wat niet duidelijk mag, doe je niet zonder het te vragen.
silence-free = Het protocol verbiedt dit niet, en wat niet verboden is mag.
silence-outside = Dit valt buiten wat het protocol regelt. Er gelden dan wel gewone regels, zoals de wet.
silence-open = Er is nog te weinig bekend voor een zeker antwoord.
situation-line = Je vraag: { $situation }.

# Het protocol lezen
contents = Inhoud
what-it-does = Wat doet dit artikel in het programma?
procedures = Wat er gebeurt
scenarios = Voorbeelden
open-situation = Bekijk dit bij Mag dit?
text-is-dutch = Het protocol zelf is in het Nederlands.
children-title = Het protocol in gewone taal
children-none = Deze school heeft nog geen tekst voor groep 6, 7 en 8.
from-article = Dit komt uit artikel { $number }
carried-norms = { $count ->
    [one] Hier staat één regel die het antwoord bepaalt.
   *[other] Hier staan { $count } regels die het antwoord bepalen.
 }
carried-vocabulary = Dit artikel zit in de woorden waarmee het programma vraagt en antwoordt.
carried-procedure = Dit artikel is een afspraak over wat mensen doen.
carried-text = Dit artikel is een uitspraak. Je leest het en houdt het in je achterhoofd.

# Vergelijken
compare-title = Scholen vergelijken
compare-lead = Dezelfde vraag krijgt op elke school haar eigen antwoord. Kies een voorbeeld, of stel je vraag eerst bij je eigen school.
compare-example = Kies een voorbeeld
compare-table = Wat elke school zegt
compare-two = Twee scholen naast elkaar
school = School
answer = Antwoord
two-title = { $a } en { $b }
two-choice = { $a } en { $b }
summary-same = Deze twee protocollen geven altijd hetzelfde antwoord, en er hoort hetzelfde bij. Alleen de tekst verschilt.
summary-procedures = Deze twee protocollen geven altijd hetzelfde antwoord. Wel verschilt wat erbij hoort, zoals aan wie je het vraagt.
summary-differ = Van elke 100 soorten situaties krijgen er { $share } een ander antwoord.
shift-table = Van welk antwoord naar welk antwoord
kinds = Soorten situaties
less-than-one = minder dan één
kinds-note = Vergeleken: { $whole } soorten situaties, waarvan { $shown } een ander antwoord krijgen. Dit zegt niet hoe vaak ze voorkomen.
kinds-count = soorten situaties: { $shown }
differences = De verschillen, de grootste eerst
left-out = { $count ->
    [one] En nog één kleiner verschil.
   *[other] En nog { $count } kleinere verschillen.
 }
example-line = Bijvoorbeeld: { $situation }.
rules = De regel precies
at-all-schools = Bekijk dit bij alle scholen
turned = Draai het om
no-article = geen artikel
yes-short = mag
no-short = mag niet
doubt-short = twijfel
outside-short = erbuiten

# Wat er mis kan zijn met een link
misread-key = In de link staat “{ $key }”. Dat woord kennen we niet.
misread-answer = In de link staat bij “{ $key }” het antwoord “{ $value }”. Dat antwoord bestaat daar niet.
misread-twice = In de link staat “{ $key }” twee keer, met twee verschillende antwoorden.
misread-much = Er staat meer in de link dan een vraag kan bevatten.

# Normen in gewone zinsdelen
norm-when = als
norm-unless = tenzij
norm-not = niet:
norm-always = altijd
norm-only-me = niemand anders dan de maker is herkenbaar
norm-others = er zijn anderen herkenbaar
norm-reach = Hier gaat het protocol over
norm-forbid = Mag niet
norm-permit = Mag
norm-doubt = Twijfel
norm-duty = Moet erbij
norm-advice = Advies, verandert het antwoord niet
norm-aside = gaat opzij voor artikel { $articles }

# Maanden
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

# Offline
offline-title = Geen verbinding.
offline-note = Dit komt uit wat je toestel bij je vorige bezoek heeft bewaard.
