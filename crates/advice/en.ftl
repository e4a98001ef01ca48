# Menu.
menu-advice = In doubt

# Asking.
ask-title = In doubt
ask-lead = Not sure whether something is allowed? Ask here. As long as there is no answer, the answer is: don't.
ask-from = See what it is about
ask-button = Ask the question
ask-as = In which role is this asked?
ask-child = Is it about a child?
ask-child-hint = Whoever answers sees the name.
ask-no-child = No, not about one child
question-label = The question
question-hint = Write what can be seen or read, and where it will be. Use names only where they are needed.
question-short = Write the question in a few words
question-long = Make the question shorter: at most 4000 characters
article-label = Which article is it about?
article-hint = If you don't know, whoever answers looks it up.
article-unknown = I don't know
article = article { $number }
school = School
to-named = By article { $article } of the protocol it is answered by: { $who }.
to-chosen = The protocol names nobody for this. The school chose: { $who }.
to-nobody = The protocol names nobody for this, and the school chose nobody yet. The question goes to the head of the school.
to-parents = By the protocol parents ask each other. The question goes to the parents of the group. Nobody sees an address.
own-title = My questions
state-open = Waits for an answer
state-answered = Answered
before-title = Answered before
before-text = Something was asked about this article before. If that does not help, ask the question all the same.

# One question.
question-title = A question
question-about = About { $name }
stands-dont = Don't
stands-open = There is no answer yet.
stands-advice = This is advice: the protocol does not say that it binds. Whoever posts it stays responsible.
stands-binding = This answer binds, by the protocol.
stands-parents = Do it only with a child whose parent says yes. Whoever does not answer says no.
stands-parent-no = A parent said no. Take that child out of the picture, or don't.
lies-at = The question lies with: { $who }
lies-parents = The question lies with the parents of the group
lies-due = An answer comes at the latest { $due }.
lies-late = The answer should have been there { $due }.
lies-next = After that the question goes to these too: { $who }.
answer-of = Answer of { $who }
answer-for = For { $who }:
given-mag = yes
given-mag-niet = no
given-aanpassen = only unrecognisable
answer-title = Answer
answer-label = Explanation
answer-hint = Write why, and what has to be different if anything.
answer-parent-hint = This is not required. Who asked sees this answer with the name of your child.
answer-button = Give this answer
answer-short = Write why
answer-long = Make the explanation shorter: at most 4000 characters
answered-already = This question has been answered
busy = { $who } is at work on this until { $until }. You can take it over on the list of what waits.
busy-answer = { $who } is at work on this. Take it over first on the list of what waits
outcome-label = Is it allowed?
outcome-missing = Choose whether it is allowed
outcome-mag = Allowed
outcome-mag-niet = Not allowed
outcome-aanpassen = Allowed if something changes
parent-mag = Yes, my child may be in it
parent-mag-niet = No, not my child
parent-aanpassen = Only if my child cannot be recognised
a-parent = a parent
hand-title = Hand over to somebody else
hand-label = Who answers?
hand-hint = Only people who may answer by the protocol as well, or who lead the school.
hand-button = Hand over
hand-nobody = Choose somebody who may answer as well
undo-hint = Not right after all? Until a day after the answer you can take it back. The question is open again then.
undo-button = Take my answer back
withdraw-hint = Is the question no longer needed? Then it disappears.
withdraw-button = Withdraw the question
close-hint = Enough answers? Then nobody is asked about it any more.
close-button = Close the question
keep-link = Keep this answer for others

# What others learn from it.
precedents-title = Answered before
precedents-lead = What was answered in doubt, by article of the protocol. Nobody is in it.
precedents-none = Nothing has been kept yet.
precedent-at = Article { $article }, version { $version }, { $day }
precedent-remove = Take away
keep-title = Keep for others
keep-lead = Write the question and the answer anew, so that nobody can be recognised. It stays, also when the question itself disappears after a year.
keep-button = Keep
precedent-question = Question
precedent-answer = Answer
precedent-hint = No names, groups, days or things that happened only once.
precedent-length = Write this in 10 to 1000 characters
precedent-article = Choose the article that this belongs to
precedent-name = Take out the name { $name }
precedent-check = Is there really nobody in it?
precedent-warning = The program sees only the names of this question. The rest you have to see yourself.
precedent-is-sure = I looked: nobody can be recognised
precedent-sure = Look whether anybody can be recognised, and say so here

# Choices of the school.
settle-title = Who answers in doubt
settle-named = By the protocol
settle-button = Keep
lint-title = The protocol names nobody
lint-text = The protocol does not say whom these can ask in doubt: { $who }. Here the school chooses who answers. It is better to put it in the protocol.
choose-nobody = Nobody yet
days-label = Within how many school days is there an answer?
days-hint = 1 to 10. After that the question goes to who comes next.
days-wrong = Enter a number from 1 to 10
closed-title = Days on which the school is closed
closed-text = Weekends and public holidays do not count already. Enter holidays and study days here.
closed-remove = Open after all
closed-from = Closed from
closed-until = Closed until
closed-wrong = Enter a first and a last day
asker-leerling = pupils
asker-ouder = parents and guardians
asker-leraar = teachers and mentors
asker-medewerker = other staff
asker-stagiair = interns
asker-pr = PR staff
asker-leidinggevende = managers
asker-bestuur = the board
asker-betrokkene = others concerned

# What waits.
waits-answer = Answer a question of { $who }
waits-parent = { $who } asks the parents of the group something
waits-due = At the latest { $due }
waits-late = Should have been there { $due }
waits-choose = Choose who answers in doubt
waits-choose-for = The protocol names nobody for: { $who }
done-answer = Answered a question
work-handed = A question in doubt was handed over to this person

# Letters.
letter-waits-subject = A question is waiting
letter-waits-text =
    Somebody of { $school } is in doubt and asked a question. The answer is yours to give.

    Read and answer the question here: { $link }
letter-reminds-subject = A question is still waiting
letter-reminds-text =
    At { $school } a question still waits for an answer. As long as there is none: don't.

    Read and answer the question here: { $link }
letter-handed-subject = A question was handed over to you
letter-handed-text =
    A colleague of { $school } handed a question over to you.

    Read and answer the question here: { $link }
letter-answered-subject = There is an answer
letter-answered-text =
    Your question to { $school } was answered.

    Read it here: { $link }
