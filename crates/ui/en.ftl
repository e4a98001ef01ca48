# Words of the page itself.
skip = Skip to content
other-language = Nederlands
keeps-nothing = Pleinwacht keeps nothing of what you ask here. Do not type names: they are not needed.
all-schools = All schools
compare = Compare schools
fault-title = Error:
fault-heading = Something is not right
fault-word = Error:
change = Change
optional = (optional)
again = Go on
choose = Choose …
day = Day
month = Month
year = Year
pages = Pages
page = Page
page-before = Previous
page-after = Next
task-done = Done
task-open = To do
task-later = Not yet possible
signed-in-as = Signed in as
sign-out = Sign out
main-menu = Menu
looking-is-logged = When you look at somebody else's data, the log says so.
missing-title = This page does not exist
missing-text = Perhaps the address was not copied well. Choose your school and start there.
wrong-title = This link is not right
wrong-text = The link holds something that we do not understand. You can start again below.
method-title = That is not possible here
method-text = This address can only be viewed.
large-title = That is too much text
large-text = Write it in one or two sentences.
broken-title = Something went wrong on our side
broken-text = It is not your fault. Please try again. Does it keep failing? Then give this code to the administrator: { $reference }.
forged-title = This form is no longer valid
forged-text = The page may have been open too long, or the form came from another site. Nothing has changed. Start again.
often-title = Tried too often
often-text = { $minutes ->
    [one] Wait a minute, then try again.
   *[other] Wait { $minutes } minutes, then try again.
 }
refused-title = That is not allowed here
refused-text = Nothing has changed. Is this wrong? Ask the administrator of your school.
sign-in-title = Sign in first
sign-in-text = This page is only for those who have signed in. Your sign-in may have ended.
