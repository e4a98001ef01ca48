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
album-post = Make a post with these photos
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
reason-not-confirmed = Nobody watched the film yet and said that it may go here.
reason-asked = Somebody was covered here on request. See whether it is right, and then say that everybody is in the list.
reason-busy = The program is still at work. Look again in a moment.

send-title = Send photos and films
send-files = Choose photos or films
send-hint = Photos: JPEG, PNG, WebP or HEIC, at most 40 MB. Films: MP4, MOV or WebM, at most 200 MB. Place and other data are taken out. Sending the same file twice does no harm.
send-licence = Who made them?
licence-own = I did, for the school
licence-person = Somebody else, who gives them to the school
licence-free = They are under a free licence
send-maker = Name of the maker or the licence
send-maker-hint = Only needed if you did not make them yourself.
send-button = Send
send-told = { $n } of { $of } files are in.
send-heavy = Nothing was sent: one of the files is larger than { $most } MB. Choose smaller files.
send-broke = The connection broke. I will go on in a moment where I was.
refused-short = The file is empty or stops halfway. Send the photo once more.
refused-heavy = The file is larger than { $most } MB. Send the photo in a smaller size.
refused-kind = This is not a photo or film that the program can read. Send a photo as JPEG, PNG, WebP or HEIC, a film as MP4, MOV or WebM.
refused-two = Behind the photo stands something else. Save the photo anew and send that.
refused-size = The photo is too large or too small to use.
refused-moving = This picture moves. Send a photo that stands still.
refused-colours = The photo has colours for a printing press or too many bits per colour. Save it plainly and send that.
refused-up = The photo does not say which side is up. Turn it, save it and send that.
refused-broken = The file is damaged. Send it once more.

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
photo-post = This is everybody: make a post
photo-before = Previous photo
photo-after = Next photo
photo-pupils = Pupils
photo-letters = Find a name by two letters
photo-staff = Staff
photo-names-of = Names of another group
photo-group = Group
photo-group-button = Show these names
photo-by = Sent by { $who } on { $when }.
photo-erase-title = Erase this photo
photo-erase-hint = The photo and all that is known of it are then gone for good. Posts that show it come off the website and the channels.
photo-erase = Erase this photo
mark-unknown = Not said yet: may not
mark-cover = Cover
mark-no-face = Not a face
mark-namesake = { $name }, born { $day }
mark-away = Take this box away
mark-wrong = Choose somebody from the list
face-number = Face { $n }
face-drawn = Face { $n }, added by a person
face-look = Look here: the program is not sure.
face-may = may go here
face-may-not = may not go here
face-unknown = not known: may not
face-covered = covered
face-left-out = left out
face-none = not a face
face-fixed = Covered. The photo without its cover is no longer kept.
face-asked = Covered on request. It stays that way.
complete = Is everybody in it?
complete-yes = Everybody who can be recognised on the photo is in this list
complete-hint = Look at the background, mirrors, screens and names on clothes too. The program does not see everything.
draw-title = A face was missed
draw-hint = Draw a box on the photo with a finger or mouse. Or choose a place here: the photo is divided into six by six fields. That is also how you cover a name, a number plate or a screen.
draw-column = Field from the left
draw-column-hint = 1 is at the far left.
draw-row = Field from the top
draw-row-hint = 1 is at the very top.
draw-size = How large?
draw-small = One field
draw-large = Two by two fields
draw-button = Add
draw-wrong = Choose a field that lies on the photo
crop-title = Leave somebody out of the picture
crop-back = The photo
crop-who = Who has to go?
crop-out = Leave these faces out
crop-out-hint = The numbers are on the photo. Nothing changes yet.
crop-look = See which part remains
crop-which = Which part of the photo do you show?
crop-others = Without these faces not everybody who is on it now stays in the picture.
crop-part = Part { $n }: { $wide }% of the width, { $high }% of the height
crop-none = Without these faces no part of the photo remains that is large enough. Cover, or choose another photo.
crop-button = Show only this part
crop-there = Of this photo only a part is shown.
crop-undo = Show the whole photo again
crop-closed = Another part cannot be chosen now. It can as long as nobody said that everybody is in the list, the photo is done, and it is still kept as it came in.
crop-wrong = Choose one of the parts

film = film
film-number = Film { $n }
film-title = Film { $n } of { $of }
film-uncovered = The program cannot cover faces in a film yet.
film-sound = Watch the whole film yourself, and listen: a voice or a name tells who somebody is too. If anybody may not be in it, do not use the film.
film-waits = The film is in. The program takes place and other data out. Look again in a moment.
film-no-tool = ffmpeg is not installed here. Without that program place and other data do not leave the film, and it may go nowhere. Ask the administrator.
film-fetch = Take the film along
film-who = Who can be seen or heard?
film-named = Named already
film-complete-yes = Everybody who can be recognised in the film is ticked
film-complete-hint = From beginning to end, in the background too. The program does not search along.
film-where = Where may the film go?
film-first = This can be done once the data are out of the film and somebody said that everybody is ticked.
film-nowhere = There is no place where everybody who is named may be on film.
film-seen = I saw and heard the whole film, and it may go here
film-seen-hint = Tick each place by itself.
film-confirm = Confirm
film-not-there = Places where it may not go
film-may-not = Choose only places where everybody who is named may be on film
film-erase-title = Erase this film
film-erase-hint = The film and all that is known of it are then gone for good.

share-title = What do these photos belong to?
share-there = { $n } shared files are waiting. They have not been sent yet.
share-hint = Choose an album. Did you make everything yourself? Send it at once. Otherwise first say who made it.
share-album = Album
share-none = Without an album, of today
share-none-name = Photos of { $day }
share-button = Say more first
share-own = I made them: send
share-wrong = Choose an album from the list

person-title = All photos with { $name }
person-back = Consent
person-none = There are no photos on which this name was chosen.
person-covered = On photos where somebody is covered without a name, this list finds nobody.

settle-title = How long photos are kept
settle-days = A photo is kept as it came in for so many days
settle-hint = 1 to 730 days. After that a cover cannot be undone.
settle-shown = Photos as they are shown are kept for so many days
settle-renditions = Empty: the longest term of the school's purposes. If a purpose names no term, they stay until somebody erases them. 1 to 7300 days, counted from the day of the event.
settle-button = Keep
settle-wrong = Enter a number of days from 1 to 730
settle-shown-wrong = Enter a number of days from 1 to 7300, or leave it empty

# Having a child covered: said to parents, or to whoever is on the photo.
own-title-child = Photos of your child
own-title-self = Photos of me
own-lead-child = Here are the photos on which the school put the name of your child. Of each photo you see your child only.
own-lead-self = Here are the photos on which the school put your name. Of each photo you see yourself only.
own-nobody = There is nobody whose photos can be seen here. Questions? Ask the school.
own-none = There are no photos with the name { $name }.
own-alt = { $name }
own-cover-child = Have my child covered
own-cover-self = Cover me
own-cover-all = Cover { $name } on all photos
own-beyond = { $n ->
    [one] There is 1 older photo.
   *[other] There are { $n } older photos.
}
own-not-yet = { $n ->
    [one] The school is at work on 1 more photo; it cannot be seen here yet. It can be covered already.
   *[other] The school is at work on { $n } more photos; they cannot be seen here yet. They can be covered already.
}
own-asked = Asked already
own-asked-at = asked on { $day }
own-state-made = covered
own-state-busy = is being covered
own-state-film = the film is not used
own-new = Covering is about the photos that are there now. For new photos the consent counts.
own-consent = To consent
cover-which = On which photos?
cover-this = On this photo only
cover-all = { $n ->
    [one] On the one photo that there is with { $name }
   *[other] On all { $n } photos with { $name }
}
cover-now = A plain patch is put over the face. It is done at once; nobody has to approve it.
cover-stays = It stays that way. It cannot be put back.
cover-public = Where such a photo is in a post that is public already, the school takes that post down. What others have copied, the school cannot take away.
cover-film = Nobody can be covered in a film. The school does not use such a film any more.
cover-button = Cover
cover-which-wrong = Choose on which photos
done-title = It is being covered
done-photos = { $n ->
    [one] { $name } is being covered on 1 photo.
   *[other] { $name } is being covered on { $n } photos.
}
done-busy = That is mostly done within a minute.
done-films = { $n ->
    [one] The film is not used any more.
   *[other] { $n } films are not used any more.
}
done-look = Somebody of the school looks whether it is right.
done-out = The school takes these posts down. What others have copied, the school cannot take away.
done-back = Back to the photos

# What waits.
waits-look = { $n ->
    [one] Look who is on 1 photo
   *[other] Look who is on { $n } photos
}
waits-asked = { $n ->
    [one] On request somebody was covered on 1 photo: see whether it is right
   *[other] On request somebody was covered on { $n } photos: see whether it is right
}
