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
