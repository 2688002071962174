import type { DemoAnswer } from './answer.ts';

export const alderStreetAnswers: readonly DemoAnswer[] = [
	{
		by: 'Ana Reyes',
		to: 'lae-1-arrive',
		audience: 'cohort',
		text: 'Why schedule changes reach us on a Friday afternoon. By then I have already told my kids what Monday looks like. I would like to know where in the week they are really made.',
		reply: {
			by: 'Denise Whitfield',
			text: 'Friday afternoon is a useful clue. Do you know who sends the message, and when that person hears it themselves? I am at Alder Street on Thursday if you would like to trace one back together.'
		}
	},
	{
		by: 'Ana Reyes',
		to: 'lae-1-first-thought',
		audience: 'me',
		text: 'The crossing guard on the corner. And honestly the kids. They walk in at 8:20 with their jackets on and I say “hurry up” without once having asked.'
	},
	{
		by: 'Ana Reyes',
		to: 'lae-1-last-decision',
		audience: 'facilitators',
		text: 'Moving indoor recess to the gym.\n\nDecided: principal and the PE teacher, I think. Asked: the grade level leads, in one email with two options.\nFound out after: me, the two recess aides, and'
	},
	{
		by: 'Jonah Bell',
		to: 'lae-1-arrive',
		audience: 'cohort',
		text: 'Paras don’t get the staff email list. I find out what was decided from the kids. So that would be my question I guess.',
		reply: {
			by: 'Denise Whitfield',
			text: 'Thank you for putting it so plainly. Who keeps that list? It might be a ten-minute fix, or there might be a reason behind it. I will ask at the office this week and tell you by Friday what I hear.'
		}
	},
	{
		by: 'Luz Marín',
		to: 'lae-1-arrive',
		audience: 'cohort',
		text: 'Me gustaría entender por qué me piden traducir cuando todo está decidido. Si me llamaran antes, podría decirles lo que las familias van a preguntar.',
		reply: {
			by: 'Denise Whitfield',
			text: 'Gracias, Luz. Usted ya sabe qué van a preguntar, y eso es justo lo que falta en la mesa. ¿Cuál sería la próxima carta que conviene ver con usted antes de escribirla?'
		}
	},
	{
		by: 'Luz Marín',
		to: 'lae-1-first-thought',
		audience: 'cohort',
		text: 'Las abuelas en la parada. Ellas saben qué autobús llega, cuál no llega, y quién se quedó sin desayunar por esperar.'
	},
	{
		by: 'Luz Marín',
		to: 'lae-1-last-decision',
		audience: 'facilitators',
		text: 'El cambio de la hora de salida los miércoles.\n\nDecidieron en el distrito. Preguntaron en una encuesta por correo electrónico, en inglés, que se cerró en cuatro días. Las familias que trabajan en la empacadora se enteraron por un papel en la mochila, el lunes de esa misma semana.\n\nMe habrían dicho algo muy sencillo: a la una y media no hay nadie que pueda venir.'
	},
	{
		by: 'Luz Marín',
		to: 'lae-1-my-own-seat',
		audience: 'me',
		text: 'When they changed my son’s reading group and I saw it on his folder. I work in this building. I walk past that room four times a day. I knew he reads out loud to his sister every night and nobody knew that, because it isn’t written in English on any form.'
	},
	{
		by: 'Luz Marín',
		to: 'lae-1-first-move',
		audience: 'cohort',
		text: 'Back. People tell me things at the door and I carry them to the office and then I have nothing to bring home to them. On an ordinary week it would be one line that I can say on Friday: we heard this, we did that, we could not do the other thing.',
		reply: {
			by: 'Denise Whitfield',
			text: 'The third part of your line, “we could not do the other thing”, is the one that schools leave out. Who would have to give you that line by Friday for this to work?'
		}
	},
	{
		by: 'Terrence Okoye',
		to: 'lae-1-arrive',
		audience: 'cohort',
		text: 'I make about forty decisions a day and I could not tell you which ten of them matter to families. I would like to learn to spot those before, not after the phone rings.'
	},
	{
		by: 'Terrence Okoye',
		to: 'lae-1-last-decision',
		audience: 'facilitators',
		text: 'The front door. After the safety walk we moved everyone to the side entrance, 7:50 sharp. I decided, with the district safety officer. I asked the assistant principal and, if I’m truthful, nobody else.\n\nThird list only: the families with strollers (there are steps), the before-care staff, the student who comes by wheelchair van and now goes around the building, the clerk who has to leave her desk to let people in.\n\nWhat they would have told me: there are steps. It would have taken one sentence. I’ve known it for three weeks and I haven’t said it out loud to my staff.',
		reply: {
			by: 'Denise Whitfield',
			text: 'You found four groups on your third list, and you found the one sentence. Two questions before we meet: which of the four could you ask this week about a door you are ready to change, and would you be willing to tell this story to your staff yourself? I think it would make it easier for others to tell theirs. It is your choice, and the answer can be no.'
		}
	},
	{
		by: 'Grace Lindholm',
		to: 'lae-1-arrive',
		audience: 'cohort',
		text: 'Who decides what goes in the Tuesday folder? There is so much paper.'
	},
	{
		by: 'Grace Lindholm',
		to: 'lae-1-last-decision',
		audience: 'facilitators',
		text: 'Kindergarten nap was cut to 15 minutes in October. Curriculum office decided, we (K team) were asked if we wanted 15 or 20, which is not the same as being asked. Families found out when the cots went away. The para who sits with the ones who really do sleep was not asked at all and she is the only one who knows how many there are.'
	},
	{
		by: 'Grace Lindholm',
		to: 'lae-1-first-move',
		audience: 'cohort',
		text: 'Earlier. For us it would be as small as putting “what are we thinking about?” on the whiteboard by the mailboxes on Monday, with a pen on a string. Custodians, aides and subs all pass there. We did it once for the spring concert and got better ideas than in the meeting.'
	},
	{
		by: 'Grace Lindholm',
		to: 'lae-1-i-will',
		audience: 'facilitators',
		text: 'I will ask the para in our room this question: what do you see at rest time that I don’t? By Wednesday, when we set out the cots. I will tell her what came of it by the following Monday, after I have talked to my team.',
		reply: {
			by: 'Denise Whitfield',
			text: 'You know where, when, and what for. If she says that some children need the longer rest, is that something your team can change without asking the curriculum office? Worth knowing before you ask.'
		}
	},
	{
		by: 'Wei Chen',
		to: 'lae-1-last-decision',
		audience: 'facilitators',
		text: 'Decision: pull-out English groups moved to the first block.\nWho decided: the scheduling committee (5 people, I am one).\nWho was asked: classroom teachers.\nWho lives with it: 31 students and the two of us who teach them. On the third list only: the students. They now miss morning meeting, which is the one part of the day when nobody grades how they talk. A fourth grader told me so last week. I was on the committee and I did not think of it.'
	},
	{
		by: 'Wei Chen',
		to: 'lae-1-first-move',
		audience: 'cohort',
		text: 'Smaller. We ask families “how can we support you?” and get “everything is fine, thank you, teacher.” This week I asked “is a text better before or after 6?” and nine out of twelve answered within the hour.'
	},
	{
		by: 'Wei Chen',
		to: 'lae-1-i-will',
		audience: 'cohort',
		text: 'I will ask four of my students, at lunch, which part of the morning they would least like to miss. By Thursday. I will tell them on the Monday after what the committee said, including if it says no.'
	},
	{
		by: 'Bernice Tate',
		to: 'lae-1-arrive',
		audience: 'cohort',
		text: 'I answer the phone. I would like to know things before the phone does.',
		reply: {
			by: 'Denise Whitfield',
			text: 'I would like to open our meeting with this sentence, with your name or without it. Would you tell me which?'
		}
	},
	{
		by: 'Bernice Tate',
		to: 'lae-1-first-thought',
		audience: 'cohort',
		text: 'Me. I write the late slips. I laughed out loud at my desk when the video said it.'
	},
	{
		by: 'Bernice Tate',
		to: 'lae-1-last-decision',
		audience: 'me',
		text: 'The side door. I get up from my desk about thirty times between 7:50 and 8:30 now and the phone rings the whole time. Nobody decided that I would, it is just what happens when you lock the front. I don’t want to be the one who complains so I haven’t said. Might share this later.'
	},
	{
		by: 'Dmitri Volkov',
		to: 'lae-1-arrive',
		audience: 'cohort',
		text: 'How music ended up opposite intervention. Every time.'
	},
	{
		by: 'Amara Diallo',
		to: 'lae-1-last-decision',
		audience: 'facilitators',
		text: 'The new hallway rule (no stopping at lockers between second and third). The dean’s office decided, teams were asked, students found out over the loudspeaker.\n\nOn the third list only: a student who uses that exact two minutes to eat, because of medication. Also the two who come to my door because it is the only time nobody notices them doing it. I knew that. I was at a training that day.'
	},
	{
		by: 'Amara Diallo',
		to: 'lae-1-my-own-seat',
		audience: 'me',
		text: 'My caseload was split last spring and I read it in a spreadsheet. What I knew: which three kids should not have to start over with a new adult. What would have made it easy: ten minutes, and somebody asking before the columns had names on them. I’m still angry, which surprises me a little.'
	},
	{
		by: 'Amara Diallo',
		to: 'lae-1-first-move',
		audience: 'cohort',
		text: 'Closer, I think. I keep waiting in my office with the door open, as if an open door were the same as going out. Lunch line, Tuesday and Thursday. I can do that.'
	},
	{
		by: 'Patrick Sweeney',
		to: 'lae-1-arrive',
		audience: 'cohort',
		text: 'Not sure yet. I was told to take this course, so I’ll start there: who decided that?',
		reply: {
			by: 'Denise Whitfield',
			text: 'Fair question, and I can answer it. The county office offered places, and the school team put in names. As far as I know nobody asked you, so the irony is ours. If there is a better time of year or a better reason for you to be here, tell me and I will take it back to them.'
		}
	},
	{
		by: 'Patrick Sweeney',
		to: 'lae-1-first-thought',
		audience: 'facilitators',
		text: 'In my building the lunch staff. They see who puts food in their pockets for later.'
	},
	{
		by: 'Rosalind Yazzie',
		to: 'lae-1-arrive',
		audience: 'cohort',
		text: 'How to be asked before the IEP meeting and not in it. The paper is printed when I walk in. It’s printed when the parents walk in too.'
	},
	{
		by: 'Rosalind Yazzie',
		to: 'lae-1-last-decision',
		audience: 'facilitators',
		text: 'Field trip to the river. Teachers decided, the principal approved, families were asked to sign. Nobody asked me or the bus company about the lift until the week before. So one student’s mother was asked to drive behind the bus. She did, she took the morning off without pay, and everybody said how lovely that she came along.'
	}
];
