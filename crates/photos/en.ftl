menu-photos = Photos

albums-lead = All photos of one event are in an album. You say who is on them; the program says where they may go.
albums-none = There are no albums yet.
albums-many = { $n ->
    [one] 1 photo
   *[other] { $n } photos
}
albums-new = New album
albums-name = What was on?
albums-name-hint = For example: sports day.
albums-day = When?
albums-of = Of which group?
albums-whole = The whole school: { $school }
albums-begin = Begin the album
albums-name-wrong = Enter what was on, in at most 120 characters
albums-day-wrong = Choose a day in the past
albums-of-wrong = Choose a group or the school

album-empty = There are no photos in it yet. Send them below.
album-for = This holds for:
album-other = Another place
album-where = Where will the photos be shown?
album-look = Look
album-refused = Not taken
heap-ready = Ready: { $n }
heap-ready-hint = may go here
heap-look = Look: { $n }
heap-look-hint = look once more
heap-not = Not like this: { $n }
heap-not-hint = may not go here
reason-may-not = { $n ->
    [one] 1 person may not be shown here. Cover, or choose another photo.
   *[other] { $n } people may not be shown here. Cover, or choose another photo.
}
reason-unknown = { $n ->
    [one] Of 1 face nobody said who it is.
   *[other] Of { $n } faces nobody said who they are.
}
reason-not-complete = Nobody said yet that everybody is in the list.
reason-busy = The program is still at work. Look again in a moment.

send-title = Send photos
send-files = Choose photos
send-hint = JPEG, PNG, WebP or HEIC, at most 40 MB a photo. Place and other data are taken out. Sending the same photo twice does no harm.
send-licence = Who made them?
licence-own = I did, for the school
licence-person = Somebody else, who gives them to the school
licence-free = They are under a free licence
send-maker = Name of the maker or the licence
send-maker-hint = Only needed if you did not make them yourself.
send-button = Send
send-told = { $n } of { $of } photos are in.
send-broke = The connection broke. I will try again in a moment.
send-video = Video comes later: the program cannot cover moving pictures yet.
refused-short = The file is empty or stops halfway. Send the photo once more.
refused-heavy = The file is larger than { $most } MB. Send the photo in a smaller size.
refused-kind = This is not a photo that the program can read. Send a JPEG, PNG, WebP or HEIC file.
refused-two = Behind the photo stands something else. Save the photo anew and send that.
refused-size = The photo is too large or too small to use.
refused-moving = This picture moves. Send a photo that stands still.
refused-colours = The photo has colours for a printing press or too many bits per colour. Save it plainly and send that.
refused-up = The photo does not say which side is up. Turn it, save it and send that.
refused-broken = The file is damaged. Send the photo once more.

photo-number = Photo { $n }
photo-title = Photo { $n } of { $of }
photo-faces = The photo. { $n ->
    [0] No faces were found.
    [one] 1 face was found; below you say who it is.
   *[other] { $n } faces were found; below you say who they are.
}
photo-waits = The photo is in and is being read. Look again in a moment.
photo-no-faces = No faces were found. Look for yourself: if somebody is on it, add that face.
photo-keep = Keep
photo-before = Previous photo
photo-after = Next photo
photo-pupils = Pupils
photo-staff = Staff
photo-names-of = Names of another group
photo-group = Group
photo-group-button = Show these names
photo-by = Sent by { $who } on { $when }.
photo-erase-title = Erase this photo
photo-erase-hint = The photo and all that is known of it are then gone for good.
photo-erase = Erase this photo
mark-unknown = Not said yet: may not
mark-cover = Cover
mark-no-face = Not a face
mark-away = Take this box away
mark-wrong = Choose somebody from the list
face-number = Face { $n }
face-drawn = Face { $n }, added by a person
face-look = Look here: the program is not sure.
face-may = may go here
face-may-not = may not go here
face-unknown = not known: may not
face-covered = covered
face-none = not a face
face-fixed = Covered. The photo without its cover is no longer kept.
complete = Is everybody in it?
complete-yes = Everybody who can be recognised on the photo is in this list
complete-hint = Look at the background, mirrors, screens and names on clothes too. The program does not see everything.
draw-title = A face was missed
draw-hint = Draw a box on the photo with a finger or mouse. Or choose a place here: the photo is divided into six by six fields.
draw-column = Field from the left
draw-column-hint = 1 is at the far left.
draw-row = Field from the top
draw-row-hint = 1 is at the very top.
draw-size = How large?
draw-small = One field
draw-large = Two by two fields
draw-button = Add
draw-wrong = Choose a field that lies on the photo

person-title = All photos with { $name }
person-none = There are no photos on which this name was chosen.
person-covered = On photos where somebody is covered without a name, this list finds nobody.

settle-title = How long photos are kept
settle-days = A photo is kept as it came in for so many days
settle-hint = 1 to 730 days. After that a cover cannot be undone.
settle-renditions = The photos as they are shown go when the longest term of the school's purposes is over. If a purpose names no term, they stay until somebody erases them.
settle-button = Keep
settle-wrong = Enter a number of days from 1 to 730

# What waits.
waits-look = { $n ->
    [one] Look who is on 1 photo
   *[other] Look who is on { $n } photos
}
