# Menu.
menu-advice = Bij twijfel

# Vragen.
ask-title = Bij twijfel
ask-lead = Niet zeker of iets mag? Vraag het hier. Zolang er geen antwoord is, is het antwoord: niet doen.
ask-from = Bekijk waar het over gaat
ask-button = Stel de vraag
ask-as = In welke rol is de vraag?
ask-child = Gaat het over een kind?
ask-child-hint = Wie het antwoord geeft, ziet de naam.
ask-no-child = Nee, niet over één kind
question-label = De vraag
question-hint = Schrijf wat er te zien of te lezen is, en waar het komt te staan. Noem alleen namen als dat nodig is.
question-short = Schrijf de vraag in een paar woorden op
question-long = Maak de vraag korter: hoogstens 4000 tekens
article-label = Over welk artikel gaat het?
article-hint = Weet je het niet? Dan zoekt wie antwoordt het op.
article-unknown = Dat weet ik niet
article = artikel { $number }
school = School
to-named = Volgens artikel { $article } van het protocol antwoordt: { $who }.
to-chosen = Het protocol noemt hiervoor niemand. De school koos: { $who }.
to-nobody = Het protocol noemt hiervoor niemand, en de school koos nog niemand. De vraag gaat naar de directeur.
to-parents = Volgens het protocol vragen ouders het aan elkaar. De vraag gaat naar de ouders van de groep. Niemand ziet een adres.
own-title = Mijn vragen
state-open = Wacht op antwoord
state-answered = Beantwoord
before-title = Eerder beantwoord
before-text = Over dit artikel is al eens iets gevraagd. Helpt dat niet? Stel dan toch de vraag.

# Eén vraag.
question-title = Een vraag
question-about = Gaat over { $name }
stands-dont = Niet doen
stands-open = Er is nog geen antwoord.
stands-advice = Dit is een advies: het protocol zegt niet dat het bindt. Wie het plaatst, blijft zelf verantwoordelijk.
stands-binding = Dit antwoord bindt, volgens het protocol.
stands-parents = Doe het alleen met een kind van wie de ouder ja zegt. Wie niet antwoordt, zegt nee.
stands-parent-no = Een ouder zei nee. Haal dat kind uit beeld, of doe het niet.
lies-at = De vraag ligt bij: { $who }
lies-parents = De vraag ligt bij de ouders van de groep
lies-due = Antwoord komt uiterlijk { $due }.
lies-late = Het antwoord had er { $due } moeten zijn.
lies-next = Daarna gaat de vraag ook naar: { $who }.
answer-of = Antwoord van { $who }
answer-for = Voor { $who }:
given-mag = ja
given-mag-niet = nee
given-aanpassen = alleen onherkenbaar
answer-title = Antwoord geven
answer-label = Uitleg
answer-hint = Schrijf waarom, en wat er eventueel anders moet.
answer-parent-hint = Dit hoeft niet. Wie het vroeg, ziet dit antwoord met de naam van uw kind.
answer-button = Geef dit antwoord
answer-short = Schrijf erbij waarom
answer-long = Maak de uitleg korter: hoogstens 4000 tekens
answered-already = Deze vraag is al beantwoord
busy = { $who } is hiermee bezig tot { $until }. Op de lijst van wat wacht kun je het overnemen.
busy-answer = { $who } is hiermee bezig. Neem het eerst over op de lijst van wat wacht
outcome-label = Mag het?
outcome-missing = Kies of het mag
outcome-mag = Mag
outcome-mag-niet = Mag niet
outcome-aanpassen = Mag als er iets verandert
parent-mag = Ja, mijn kind mag erop
parent-mag-niet = Nee, mijn kind niet
parent-aanpassen = Alleen als mijn kind niet te herkennen is
a-parent = een ouder
hand-title = Aan een ander overdragen
hand-label = Wie antwoordt?
hand-hint = Alleen wie volgens het protocol ook mag antwoorden, of de school leidt.
hand-button = Draag over
hand-nobody = Kies iemand die ook mag antwoorden
undo-hint = Toch niet goed? Tot een dag na het antwoord kun je het terugnemen. De vraag staat dan weer open.
undo-button = Neem mijn antwoord terug
withdraw-hint = Is de vraag niet meer nodig? Dan verdwijnt zij.
withdraw-button = Trek de vraag in
close-hint = Genoeg antwoorden? Dan vraagt niemand er meer naar.
close-button = Sluit de vraag
keep-link = Bewaar dit antwoord voor anderen

# Wat anderen ervan leren.
precedents-title = Eerder beantwoord
precedents-lead = Wat bij twijfel is geantwoord, per artikel van het protocol. Er staat niemand in.
precedents-none = Er is nog niets bewaard.
precedent-at = Artikel { $article }, versie { $version }, { $day }
precedent-remove = Haal weg
keep-title = Bewaar voor anderen
keep-lead = Schrijf de vraag en het antwoord opnieuw, zo dat niemand te herkennen is. Het blijft staan, ook als de vraag zelf na een jaar verdwijnt.
keep-button = Bewaar
precedent-question = Vraag
precedent-answer = Antwoord
precedent-hint = Geen namen, groepen, dagen of dingen die maar één keer gebeurden.
precedent-length = Schrijf dit op in 10 tot 1000 tekens
precedent-article = Kies het artikel waar dit onder hoort
precedent-name = Haal de naam { $name } weg
precedent-check = Staat er echt niemand in?
precedent-warning = Het programma ziet alleen de namen uit deze vraag. De rest moet je zelf zien.
precedent-is-sure = Ik heb gekeken: niemand is te herkennen
precedent-sure = Kijk of niemand te herkennen is, en zeg dat hier

# Keuzes van de school.
settle-title = Wie antwoordt bij twijfel
settle-named = Volgens het protocol
settle-button = Bewaar
lint-title = Het protocol noemt niemand
lint-text = Het protocol zegt niet wie dit in twijfel gevraagd kan worden door: { $who }. De school kiest hier wie antwoordt. Beter is het in het protocol te zetten.
choose-nobody = Nog niemand
days-label = Binnen hoeveel schooldagen is er antwoord?
days-hint = 1 tot 10. Daarna gaat de vraag naar wie er na komt.
days-wrong = Vul een aantal van 1 tot 10 in
closed-title = Dagen dat de school dicht is
closed-text = Weekenden en feestdagen tellen al niet mee. Zet hier de vakanties en studiedagen.
closed-remove = Toch open
closed-from = Dicht vanaf
closed-until = Dicht tot en met
closed-wrong = Vul een eerste en een laatste dag in
asker-leerling = leerlingen
asker-ouder = ouders en verzorgers
asker-leraar = leraren en mentoren
asker-medewerker = andere medewerkers
asker-stagiair = stagiairs
asker-pr = PR-medewerkers
asker-leidinggevende = leidinggevenden
asker-bestuur = het bestuur
asker-betrokkene = andere betrokkenen

# Wat wacht.
waits-answer = Beantwoord een vraag van { $who }
waits-parent = { $who } vraagt iets aan de ouders van de groep
waits-due = Uiterlijk { $due }
waits-late = Had er { $due } moeten zijn
waits-choose = Kies wie antwoordt bij twijfel
waits-choose-for = Het protocol noemt niemand voor: { $who }
done-answer = Een vraag beantwoord
work-handed = Een vraag bij twijfel is aan deze persoon overgedragen

# Brieven.
letter-waits-subject = Er wacht een vraag
letter-waits-text =
    Iemand van { $school } twijfelt en stelde een vraag. Het antwoord is aan u.

    Lees en beantwoord de vraag hier: { $link }
letter-reminds-subject = Er wacht nog een vraag
letter-reminds-text =
    Bij { $school } wacht een vraag nog op antwoord. Zolang dat er niet is, geldt: niet doen.

    Lees en beantwoord de vraag hier: { $link }
letter-handed-subject = Een vraag is aan u overgedragen
letter-handed-text =
    Een collega van { $school } heeft een vraag aan u overgedragen.

    Lees en beantwoord de vraag hier: { $link }
letter-answered-subject = Er is antwoord
letter-answered-text =
    Op uw vraag aan { $school } is antwoord gekomen.

    Lees het hier: { $link }
