import type { DemoAnswer } from './answer.ts';

export const harborAnswers: readonly DemoAnswer[] = [
	{
		by: 'Thandiwe Nkosi',
		to: 'lae-1-last-decision',
		audience: 'facilitators',
		text: 'Combining two third grades when enrollment dropped. I decided, under the gun, in August. I asked the two teachers. I did not ask the one who is now with 29, because she was on leave, and I did not ask a single family. They would have told me which two children should not be in a room together. I learned that on day three.',
		reply: {
			by: 'Marcus Lindqvist',
			text: 'Some decisions do come in August with three days to go. Knowing that one will come again, who could you have on a short list of people to call? I would start with whoever knew about the two children.'
		}
	},
	{
		by: 'Thandiwe Nkosi',
		to: 'lae-2-second-own',
		audience: 'cohort',
		text: 'Number: conference attendance on the north side of the building, where the newer families are. Second explanation: we call the ones who don’t sign up, and we call in English, from a number that shows up as blocked. Test: one week of calls from the liaison’s phone. No money. Slight embarrassment.'
	},
	{
		by: 'Beatriz Salazar',
		to: 'lae-1-first-move',
		audience: 'cohort',
		text: 'Lo más pequeño. Preguntamos demasiado y todo a la vez. Una sola pregunta por semana, por mensaje de voz, y que se pueda contestar desde el trabajo con un sí o un no.'
	},
	{
		by: 'Beatriz Salazar',
		to: 'lae-2-three-sentences-own',
		audience: 'facilitators',
		text: 'Dice: de 64 formularios de almuerzo enviados, regresaron 37.\nDecimos: no les interesa, o les da vergüenza.\nTendríamos que preguntar qué hacen con el sobre cuando llega, y quien lo sabe es la secretaria de la iglesia, porque ahí van a que alguien se lo lea.'
	},
	{
		by: 'Colin Mackey',
		to: 'lae-1-arrive',
		audience: 'cohort',
		text: 'How come nobody can tell me who picked the new report card.'
	},
	{
		by: 'Hye-jin Seo',
		to: 'lae-1-my-own-seat',
		audience: 'me',
		text: 'My daughter’s school changed the pick-up gate. I’m a teacher, I read every message, and I still stood at the wrong gate with the baby. I thought about the parents in my class who I had called “disorganized” in the teachers’ room. I felt hot in the face.'
	},
	{
		by: 'Andre Toussaint',
		to: 'lae-1-first-thought',
		audience: 'facilitators',
		text: 'The para on door duty. That’s me on Tuesdays and Thursdays. In three years the question I’ve been asked most is “where’s the other para”.'
	},
	{
		by: 'Andre Toussaint',
		to: 'lae-1-i-will',
		audience: 'cohort',
		text: 'I will ask the kid who’s always first at the door what time he gets there and why. Tomorrow. And I’ll tell him what I did about it by Friday even if it’s only that I told somebody.',
		reply: {
			by: 'Marcus Lindqvist',
			text: '“Even if it’s only that I told somebody” is the fourth move in one line. What did he say?'
		}
	},
	{
		by: 'Margaret Olson',
		to: 'lae-1-last-decision',
		audience: 'facilitators',
		text: 'New visitor badges, printed from a machine that needs a driver’s license. District decided, after a training. Principals were asked about colors. I was shown how to change the paper roll.\nThird list: every grandmother, uncle and neighbor who picks up a child and does not drive. I have sent home four people since September, and I know all four.'
	},
	{
		by: 'Margaret Olson',
		to: 'lae-2-second-own',
		audience: 'cohort',
		text: 'Number of early dismissals is up. First explanation: parents don’t value the afternoon. Second: the badge line takes eleven minutes at 3 o’clock, so they come at 2:40. I timed it on my phone. To test: leave the old sign-in book out for one week next to the machine.'
	},
	{
		by: 'Yusuf Demir',
		to: 'lae-2-my-first-sentence',
		audience: 'me',
		text: '“He could do it if he tried.” About the one boy. I’ve said it to three people.'
	},
	{
		by: 'Carmen Ibarra',
		to: 'lae-1-arrive',
		audience: 'cohort',
		text: 'Quiero entender por qué las reuniones sobre el programa bilingüe se hacen sin los maestros bilingües. And I’m writing half of this in English so that it gets read.',
		reply: {
			by: 'Yvonne Baptiste',
			text: 'I read both halves, and the second one stayed with me. The next program meeting is on the district calendar, and I have asked for the agenda. I will send it to you as soon as I have it, so that you can say who else should be there.'
		}
	},
	{
		by: 'Carmen Ibarra',
		to: 'lae-2-second-own',
		audience: 'cohort',
		text: 'Número: cuántos de mis alumnos de quinto piden seguir en bilingüe en la secundaria. Segunda explicación: la hoja la mandamos en enero, sin decir qué materias serían ni si hay autobús. Prueba de una semana: que dos alumnas de séptimo vengan a contarlo. Sin dinero.'
	},
	{
		by: 'Shannon Doyle',
		to: 'lae-1-first-move',
		audience: 'cohort',
		text: 'Earlier. I’m itinerant, three buildings, so by the time I arrive it’s always “we already talked about this on Monday”. A shared page titled “thinking about” would do. Not “decided”. Thinking about.'
	},
	{
		by: 'Anneke Visser',
		to: 'lae-1-last-decision',
		audience: 'cohort',
		text: 'The mural. Sounds nice, was nice, and the adults picked the design. Sixth graders painted inside the lines.'
	},
	{
		by: 'Paulo Teixeira',
		to: 'lae-2-three-sentences-own',
		audience: 'facilitators',
		text: 'It says: 9 of 24 permission slips came back by Friday.\nWe say: it’s always the same families.\nWe would have to ask whether it is the $14, and the office would know, because they’re the ones who quietly cover it. I’ve never asked what happens to a slip without money in it.',
		reply: {
			by: 'Marcus Lindqvist',
			text: 'Your last sentence is the one to follow. Before you ask the office: what are you ready to change if the answer is the $14?'
		}
	},
	{
		by: 'Kiona James',
		to: 'lae-1-my-own-seat',
		audience: 'facilitators',
		text: 'They named our new wing. There was a contest. My grandmother’s family has a name for that hill and nobody thought it might already have one. I don’t know that anything would have made it easy to say. Perhaps if the flyer had asked “what is this place called?”',
		reply: {
			by: 'Marcus Lindqvist',
			text: 'Thank you for trusting us with this. I have read your last question several times. I won’t take it anywhere unless you want me to. If you do, tell me how and with whom, and I will follow your lead.'
		}
	},
	{
		by: 'Ron Kessler',
		to: 'lae-1-first-thought',
		audience: 'cohort',
		text: 'Bus driver here. Route 6. Yes we know. We’ve got a sheet we fill in for the garage, it has a box for “delays”, and the garage is who reads it.'
	},
	{
		by: 'Ron Kessler',
		to: 'lae-1-first-move',
		audience: 'cohort',
		text: 'Closer means come out to the loop. It’s cold, wear a hat. Five minutes, 2:50, we are all just sitting there waiting.',
		reply: {
			by: 'Yvonne Baptiste',
			text: 'Thursday, 2:50, with a hat. I will bring one question about the afternoon routes, and it is something the district can still change.'
		}
	},
	{
		by: 'Monique Fontaine',
		to: 'lae-2-my-first-sentence',
		audience: 'facilitators',
		text: 'Number: suspensions, sixth grade. First sentence: “the elementary schools don’t prepare them for structure.” It puts five other schools at fault and it lets me stop asking what we mean by structure. I’ve said it in a cabinet meeting, with data behind me on the screen.'
	},
	{
		by: 'Ethan Brandt',
		to: 'lae-1-arrive',
		audience: 'me',
		text: 'Nothing comes to mind. Will come back to this.'
	},
	{
		by: 'Zahra Ahmadi',
		to: 'lae-2-second-own',
		audience: 'cohort',
		text: 'Girls in robotics: 4 of 22. Second explanation: sign-up is on the door of the shop room, first come, on a day when softball has tryouts. Test: move the sheet next to the cafeteria and leave it up for the whole week. I’ll count again on Friday.'
	},
	{
		by: 'Tyrell Washington',
		to: 'lae-1-last-decision',
		audience: 'facilitators',
		text: 'We ended late passes. Two lates and it’s lunch detention. I decided. I asked the team leads. It’s working, if you look at the chart.\n\nWho lives with it: same nine or ten students. I walked with one of them last week. His locker is on the first floor, his class is on the third, and he won’t use the middle stairs because of something in October that I was told about and forgot. That’s a hard sentence to write.',
		reply: {
			by: 'Marcus Lindqvist',
			text: 'You walked with him, which is how you know. What would it take to let him have his two minutes this week, before the rule itself is looked at? And is there somebody who should hear about October again?'
		}
	},
	{
		by: 'Tyrell Washington',
		to: 'lae-2-three-sentences-own',
		audience: 'facilitators',
		text: 'It says: 10 students make up 31 of the 44 lunch detentions since the rule.\nWe say: they’re testing us.\nWe would have to ask: what is between class A and class B for each of the ten. The hall monitor on two knows most of it. Asked her already. She had a list.'
	},
	{
		by: 'Ingrid Solheim',
		to: 'lae-1-i-will',
		audience: 'facilitators',
		text: 'I will ask three students who never check anything out what the library would have to have. By Thursday of next week. They’ll hear from me when the order goes in, in January, so I wrote their lockers down (not their names).'
	},
	{
		by: 'Javier Montes',
		to: 'lae-1-first-move',
		audience: 'cohort',
		text: 'Back. We polled students on the dress code in the spring, and the new handbook came out in August looking exactly like the old one. Maybe there was a reason! I teach civics. I’d have enjoyed explaining the reason.'
	},
	{
		by: 'Dale Hutchins',
		to: 'lae-1-my-own-seat',
		audience: 'me',
		text: 'dont want to write about this one'
	},
	{
		by: 'Miriam Abara',
		to: 'lae-2-three-sentences-own',
		audience: 'facilitators',
		text: 'It says: 17 visits to my office in the week of state testing, most with stomach pain, most before 9.\nWe say: test anxiety.\nWe would have to ask whether they ate, since breakfast was moved to 7:30 that week so that rooms could be set up. The kitchen lead would know. I am fairly sure what she will tell me.'
	},
	{
		by: 'Rosa Delgado',
		to: 'lae-1-last-decision',
		audience: 'cohort',
		text: 'I’m a mother on the council, so I’ll say how it looks from my chair. The budget comes to us on a Tuesday and we vote that Tuesday. I am asked, and it is too late, both. I used to go home feeling stupid. Now I think it was the calendar.',
		reply: {
			by: 'Yvonne Baptiste',
			text: 'It was the calendar. I looked: the draft exists eleven days before that Tuesday. I am asking that the council gets it the same day the cabinet does. I will tell you by the 15th whether they agreed.'
		}
	},
	{
		by: 'Rosa Delgado',
		to: 'lae-2-my-first-sentence',
		audience: 'me',
		text: 'My first sentence was about the teachers, to be fair. “They leave at 3:15.” So it goes the other way too.'
	},
	{
		by: 'Adaeze Obi',
		to: 'lae-1-first-move',
		audience: 'cohort',
		text: 'Smaller. My welcome survey has 34 questions. I counted them last night and I would not fill it in either.'
	},
	{
		by: 'Adaeze Obi',
		to: 'lae-2-three-sentences-own',
		audience: 'facilitators',
		text: 'It says: of the 58 seniors who were eligible for the dual-credit course, 12 enrolled, and 1 of the 12 rides a bus. We say: they would rather work. We would have to ask what time the course ends and when the last bus leaves. I already know both times. I just never put them in the same sentence.'
	},
	{
		by: 'Vikram Shah',
		to: 'lae-1-arrive',
		audience: 'cohort',
		text: 'Shop gets the kids nobody scheduled. I’d like to know how that list is made.'
	},
	{
		by: 'Lorena Campos',
		to: 'lae-2-second-own',
		audience: 'facilitators',
		text: 'FAFSA completion. The second explanation is us: we run the workshop as a lecture, with parents’ tax papers on their knees in front of neighbors. One week: fifteen-minute slots, door closed, either language. I can do eight a day if somebody covers my lunch duty.',
		reply: {
			by: 'Marcus Lindqvist',
			text: 'The line about the tax papers on their knees says what no completion rate does. I have asked whether the front office can cover two of your lunches. If it works, what would you need to tell the rest of the cohort about it, so that they could copy it?'
		}
	},
	{
		by: "Sean O'Rourke",
		to: 'lae-1-last-decision',
		audience: 'me',
		text: 'Honest answer: I changed my own late-work policy in the middle of a quarter and told nobody but the class I was annoyed with. I’m all three lists.'
	},
	{
		by: 'Jasmine Reed',
		to: 'lae-2-my-first-sentence',
		audience: 'facilitators',
		text: 'The first explanation was “their math is weak.” It blames last year’s teacher, and the year before, all the way down to kindergarten. It lets me keep my lab exactly as it is.'
	},
	{
		by: 'Curtis Vance',
		to: 'lae-2-second-own',
		audience: 'cohort',
		text: 'I call on the first hand. I counted in one lesson: 23 questions, and 17 went to four students. This week I will wait for the fifth hand. It feels endless. It’s about six seconds.'
	},
	{
		by: 'Heather Blackwood',
		to: 'lae-1-i-will',
		audience: 'facilitators',
		text: 'I will ask the bus aide what happens between the curb and my door. By Monday. I’ll tell her at the curb, since she can’t leave the bus.'
	},
	{
		by: 'Emmanuel Kariuki',
		to: 'lae-1-first-thought',
		audience: 'cohort',
		text: 'The gas station across the road. That is where the late ones are, and the man behind the counter knows every one of them by drink.'
	},
	{
		by: 'Dolores Whitman',
		to: 'lae-1-my-own-seat',
		audience: 'cohort',
		text: 'They took away the salad bar because it was “not being used”. It was not being used on Mondays, because on Mondays it was empty, because the delivery comes on Tuesday. I would have told anybody with a clipboard.'
	},
	{
		by: 'Joy Castillo',
		to: 'lae-2-second-own',
		audience: 'cohort',
		text: 'We are nine adults and 86 kids, so every number is a face, and I find this harder, not easier. Number: two families left this fall. My first explanation was the mine. Second: nobody from school called them after the first absence, because we each thought one of us had. Test: a name next to each family on the kitchen whiteboard, for a week.',
		reply: {
			by: 'Yvonne Baptiste',
			text: 'In a small school everybody can think that somebody else has called. When the week is over, could you ask one of the families on the board whether they noticed?'
		}
	},
	{
		by: 'Amos Keller',
		to: 'lae-1-first-move',
		audience: 'me',
		text: 'I teach grades 4 to 6 in one room and I decide most things alone at 6 in the morning with coffee. Earlier than what?'
	},
	{
		by: 'Kaya Littlefield',
		to: 'lae-2-three-sentences-own',
		audience: 'facilitators',
		text: 'It says that 5 of 13 families came to the open house. We say people are busy with the boats. We’d have to ask the ones who didn’t come what they thought it was for. I am one of the 5, and I’m not sure I know what it was for.'
	}
];
