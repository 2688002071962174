import type { DemoAnswer } from './answer.ts';

export const riversAnswers: readonly DemoAnswer[] = [
	{
		by: 'Sofia Marchetti',
		to: 'lae-1-arrive',
		audience: 'cohort',
		text: 'I’d like to understand why we survey students every spring and I have never once seen the results.'
	},
	{
		by: 'Sofia Marchetti',
		to: 'lae-1-first-thought',
		audience: 'me',
		text: 'Whoever unlocks the gym at 6:30. There are always kids in there already and I have never wondered since when.'
	},
	{
		by: 'Sofia Marchetti',
		to: 'lae-1-last-decision',
		audience: 'facilitators',
		text: 'Science fair moved to a Saturday so that more families could come. Science department decided (so: me, partly). We asked each other. We asked the PTO president, who said great.\n\nThird list: students who have games, jobs, or little brothers on Saturdays. Two of my strongest projects did not show up. One of them told me on Monday that she “forgot”. I don’t believe she forgot.',
		reply: {
			by: 'Denise Whitfield',
			text: '“Me, partly” is an honest way to fill in the first list. You have one student who nearly told you something. What question would let her answer without having to explain her family?'
		}
	},
	{
		by: 'Sofia Marchetti',
		to: 'lae-1-my-own-seat',
		audience: 'me',
		text: 'Being moved from room 114 to the portable. I knew about the sinks. Labs need sinks. That’s all. That’s the whole thing I knew.'
	},
	{
		by: 'Sofia Marchetti',
		to: 'lae-1-first-move',
		audience: 'cohort',
		text: 'Back! See above about the survey. An ordinary week: one slide on the hallway screen, “You said / we did / we couldn’t”. Students can make it. They’ll be more honest about the third part than we are.'
	},
	{
		by: 'Sofia Marchetti',
		to: 'lae-1-i-will',
		audience: 'facilitators',
		text: 'I will ask two students who were not at the fair: when would you have been able to show this? At the end of class on Tuesday. I will tell them by the end of the month which day we picked.'
	},
	{
		by: 'Sofia Marchetti',
		to: 'lae-2-my-first-sentence',
		audience: 'me',
		text: 'My number is missing lab reports. First explanation, as it came: “they don’t care about writing, they just want to blow things up.” Puts it on them. Lets me stop asking whether a lab report at home makes any sense when the equipment is here.'
	},
	{
		by: 'Sofia Marchetti',
		to: 'lae-2-three-sentences-own',
		audience: 'facilitators',
		text: 'It says: in period 5, 14 of 26 lab reports were not turned in by the due date. We say: they don’t'
	},
	{
		by: 'Caleb Armstrong',
		to: 'lae-1-arrive',
		audience: 'cohort',
		text: 'How to keep decisions moving and still hear from people. I worry that asking everyone means deciding nothing.',
		reply: {
			by: 'Denise Whitfield',
			text: 'Many principals share this worry. Step 4 asks for one or two people rather than everyone. I would be curious whether it still worries you after that.'
		}
	},
	{
		by: 'Caleb Armstrong',
		to: 'lae-1-i-will',
		audience: 'cohort',
		text: 'I will ask the night custodian what we should know before we move the eighth grade lockers. I’ll stay until 5 on Wednesday, when her shift starts. I’ll tell her the week after, in person.'
	},
	{
		by: 'Caleb Armstrong',
		to: 'lae-2-three-sentences-own',
		audience: 'facilitators',
		text: 'It says: of 38 office referrals in October, 22 came from the same three class periods.\nWe say: those are the tough groups.\nWe would have to ask: what happens in the ten minutes before those periods, and the person who would know is the lunch supervisor. Two of the three come right after second lunch. I had the spreadsheet open for a month and did not see that.'
	},
	{
		by: 'Imani Brooks',
		to: 'lae-1-last-decision',
		audience: 'facilitators',
		text: 'Schedule change requests now go through an online form. Decided by the office. Asked: counselors, about the wording only. Third list: students without a login that week (new arrivals, mostly) and families who used to just call. They’d have said they used to just call.'
	},
	{
		by: 'Imani Brooks',
		to: 'lae-2-my-first-sentence',
		audience: 'me',
		text: '“Her mother always has an excuse.” I wrote it down and looked at it. I’ve met the mother once, for six minutes.'
	},
	{
		by: 'Imani Brooks',
		to: 'lae-2-second-own',
		audience: 'cohort',
		text: 'Our number: eighth graders who miss the high school course selection meeting. Second explanation: we hold it during the only period when advanced band, ESL and study support all meet, and we don’t repeat it. Test for one week: hold it twice, the second time at lunch with the forms already filled in as far as we can. Costs a stack of paper and my lunch.',
		reply: {
			by: 'Henry Castellanos',
			text: 'We had the same clash at the high school, and nobody noticed for years because every one of those groups is small. Could you write down which students come to the second meeting? That would be your answer.'
		}
	},
	{
		by: 'Meredith Falk',
		to: 'lae-1-first-move',
		audience: 'cohort',
		text: 'Earlier. Our department votes on options A and B. I would like to know who writes A and B.'
	},
	{
		by: 'Meredith Falk',
		to: 'lae-2-three-sentences-own',
		audience: 'facilitators',
		text: 'It says: 19 of 54 students scored below 60 on the fractions retest.\nWe say: they did not study, and some of them never learned their tables.\nWe would have to ask the after-school tutor what they actually do with the practice sheet, since she sits next to them and I don’t.'
	},
	{
		by: 'Meredith Falk',
		to: 'lae-2-second-own',
		audience: 'cohort',
		text: 'Second explanation: I announce the retest on Monday for Thursday, and tutoring is on Thursday, after the retest. I only saw this when I wrote it out. I’ll move it to Friday and compare.'
	},
	{
		by: 'Joon-ho Park',
		to: 'lae-1-arrive',
		audience: 'cohort',
		text: 'Library time gets cut for testing every spring. I would like to see that calendar before it’s laminated.'
	},
	{
		by: 'Rafael Quiñones',
		to: 'lae-1-last-decision',
		audience: 'facilitators',
		text: 'Quitaron la clase de español para hablantes de herencia y la juntaron con Español II. Lo decidió el distrito por los números de inscripción. A mí me preguntaron qué libro quería. A los estudiantes, nada. Me habrían dicho que no quieren pasar un año aprendiendo a decir los colores.',
		reply: {
			by: 'Henry Castellanos',
			text: 'Preguntarle por el libro cuando ya no había clase es un ejemplo claro de la segunda lista que no lo es. ¿Hay algo de la clase unida que todavía se pueda cambiar este semestre? Por ahí empezaría yo con los estudiantes.'
		}
	},
	{
		by: 'Rafael Quiñones',
		to: 'lae-2-three-sentences-own',
		audience: 'cohort',
		text: 'It says: 6 of my 29 students speak in the first ten minutes. It’s the same 6.\nWe say: the others are shy, or don’t want to be wrong.\nWe would have to ask: one of the quiet ones, and not by me. The aide who walks them to the bus would hear the real answer.'
	},
	{
		by: 'Destiny Holloway',
		to: 'lae-1-my-own-seat',
		audience: 'facilitators',
		text: 'They switched the student I work with to another para over winter break. I found out the first morning back, standing in the wrong classroom. I knew that he needs two days’ notice for ANYTHING. I would have said it if there was anyone whose job it was to ask me.',
		reply: {
			by: 'Denise Whitfield',
			text: 'I am sorry that it happened that way, for him and for you. “Anyone whose job it was to ask me” seems to me the thing to design. Would you be willing to work on that with me before the spring schedule is drawn up? What you wrote stays between us unless you say otherwise.'
		}
	},
	{
		by: 'Destiny Holloway',
		to: 'lae-2-my-first-sentence',
		audience: 'me',
		text: 'attendance. i thought: mom doesn’t get up. i have no idea if that’s true.'
	},
	{
		by: 'Leah Rosenthal',
		to: 'lae-1-first-move',
		audience: 'cohort',
		text: 'We’re good at earlier and terrible at back. We send home a draft IEP two weeks ahead, which I’m proud of. And then nobody writes to the parent in February to say what became of the thing she asked for. I’ve put one date in my calendar per family. It’s a start.'
	},
	{
		by: 'Hollis Trent',
		to: 'lae-1-first-thought',
		audience: 'cohort',
		text: 'I’m the attendance clerk so I have a list of every late bus since August, by route. It is in a drawer. No one has asked for it and I didn’t think to offer.',
		reply: {
			by: 'Denise Whitfield',
			text: 'That drawer is the video in real life. Who in your building is making a decision about mornings right now? They should hear from you before they hear from me.'
		}
	},
	{
		by: 'Marisol Vega',
		to: 'lae-1-i-will',
		audience: 'facilitators',
		text: 'Le preguntaré al señor de la tienda de la esquina qué le cuentan las familias en la mañana. El viernes. Volveré a decirle lo que hicimos con eso antes de que termine el mes.',
		reply: {
			by: 'Denise Whitfield',
			text: 'Usted eligió a alguien que escucha a todos y a quien nadie escucha en una reunión. Piense antes en una sola cosa que la escuela pueda cambiar, para que la pregunta sea pequeña y la respuesta tenga uso.'
		}
	},
	{
		by: 'Marisol Vega',
		to: 'lae-2-second-own',
		audience: 'cohort',
		text: 'Number: how many families have the school app on their phone. First explanation was that they don’t like technology. Second: the app asks for an email address to sign in, and we ask for it once, in August, on page 9. One week: I sit at pick-up with a tablet and do the sign-in with whoever wants. Then count again.'
	},
	{
		by: 'Kwame Asante',
		to: 'lae-1-last-decision',
		audience: 'facilitators',
		text: 'Phones in pouches, starting in September. Leadership team decided, faculty was asked (vote of 41 to 12), families got a letter. Students found out in the letter.\n\nThird list, when I’m exact about it: students who translate for their parents during the day, and the one student who manages her insulin on her phone. We fixed the second in a day, because a nurse shouted. Nobody shouted about the first.'
	},
	{
		by: 'Tess Garrity',
		to: 'lae-1-my-own-seat',
		audience: 'me',
		text: 'The novel list. Fifteen years of teaching that book and it went in a Google doc comment.'
	},
	{
		by: 'Bao Nguyen',
		to: 'lae-2-my-first-sentence',
		audience: 'facilitators',
		text: 'Number: 3 of the 27 in AP History are from the east side. My first sentence was “they don’t sign up.” It puts it on them. It lets me stop asking who told them it existed. I was one of those kids, and a teacher walked me to the office by the sleeve, so you’d think I’d know.',
		reply: {
			by: 'Henry Castellanos',
			text: 'The teacher with the sleeve was doing something no form does. If you write your second sentence about that, about how a student finds out, who would you have to ask?'
		}
	},
	{
		by: 'Ruth Ann Pickett',
		to: 'lae-1-last-decision',
		audience: 'cohort',
		text: 'They cut second lunch by six minutes. I know what six minutes is. It is the last forty kids in line. Nobody came down to look.'
	},
	{
		by: 'Lindsey Kovac',
		to: 'lae-2-three-sentences-own',
		audience: 'facilitators',
		text: 'It says: 11 of the 15 evaluations we opened this fall were for boys in two elementary rooms. We say: those teachers refer a lot. We would have to ask what those two rooms have tried before they called us, and the reading specialist would know. Note to self: “refer a lot” was my polite version.'
	},
	{
		by: 'Deshawn Carter',
		to: 'lae-1-first-move',
		audience: 'cohort',
		text: 'Closer. I hear more in the van on the way to a tournament than in a month of advisory. But what am I supposed to do with it on Monday? That part we never talk about.'
	},
	{
		by: 'Elena Popescu',
		to: 'lae-1-arrive',
		audience: 'cohort',
		text: 'When does a decision become a decision? In my school it seems to harden somewhere between the meeting and the minutes.'
	},
	{
		by: 'Walter Simms',
		to: 'lae-1-first-move',
		audience: 'cohort',
		text: 'Any of them. I’ve been here 22 years. This is the first time someone put me on a list for a thing like this, so you’re doing it.',
		reply: {
			by: 'Denise Whitfield',
			text: 'I am glad that you are here, and twenty-two years is long to wait. What is being decided at Juniper this month that somebody should walk through the building with you first?'
		}
	},
	{
		by: 'Marlene Redhouse',
		to: 'lae-1-i-will',
		audience: 'facilitators',
		text: 'I will ask two grandparents who do drop-off what they would change about the car line. By Friday, standing outside and not from the window. I’ll tell them the next Friday, same spot.'
	},
	{
		by: 'Faith Mbeki',
		to: 'lae-2-second-own',
		audience: 'cohort',
		text: 'I don’t love this exercise, I’ll say that first. Some of it really is that nobody reads at home and I don’t think it helps to pretend. But okay: our books go home on Friday and have to be back on Monday. Families who work weekends never had a chance. I’ll let the bag stay out for a week and count which ones come back opened.',
		reply: {
			by: 'Denise Whitfield',
			text: 'You don’t have to give up the first explanation. How will you tell a bag that was opened from one that was not? A child could tell you in a sentence, perhaps better than the bag.'
		}
	}
];
