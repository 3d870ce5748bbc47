import type { Phrases } from './phrases.js'

export const EN: Phrases = {
  person: [
    [
      '> Did the parcel get there?',
      '< Just now! The box survived, the ribbon did not',
      '> Ha, one out of two',
    ],
    [
      '< Are we still on for Thursday?',
      '> Yes, half past six at the usual corner',
      '< Perfect, I’ll bring the maps',
    ],
    [
      '< I left the spare keys with the bakery downstairs',
      '> You’re a lifesaver',
      '< Say hello to the cat from me',
    ],
    [
      '> How did the interview go?',
      '< Better than I feared',
      '+ They laughed at the right moments',
      '< They call back on Monday',
    ],
    [
      '< That soup recipe you sent… how much ginger?',
      '> A thumb. Your thumb, not mine',
      '< Noted. Bigger pot then',
    ],
    ['> Train is twelve minutes late', '< No rush, the kettle is on'],
    ['< Found your blue umbrella behind the piano', '> It went missing in March!', '< It looks well rested'],
    [
      '< Can you send me the photo of the lake?',
      '> Tonight, it’s on the other camera',
      '< Thank you, no hurry',
    ],
    [
      '< Quick one: is the workshop at nine or at ten?',
      '> Ten. Doors open at a quarter to',
      '< See you there',
    ],
    [
      '< The museum stays open until nine tonight',
      '+ Tickets are half price after six',
      '> Sold. Meet at the lions?',
    ],
    ['> Any news from the garage?', '< New brake pads, done by Friday', '> That is better than I hoped'],
    ['< Your plants miss you', '+ I told them Sunday', '> Sunday it is. Thank you for watering'],
    ['> I saved you a seat, third row', '< On my way, two stops to go'],
    [
      '< Which of the two paints was it, fern or moss?',
      '> Moss. Fern looked like the dentist’s',
      '< Ha! Moss then',
    ],
  ],
  group: [
    [
      '< Who is bringing what on Saturday?',
      '< I’ll do bread and two salads',
      '> Drinks are on me',
      '< Then I’m on dessert duty',
    ],
    [
      '< The hall is ours from four',
      '< Great, I can help set up the chairs',
      '+ And I have the long extension cord',
      '> I’ll come straight from work',
    ],
    [
      '< New dates are in the calendar',
      '> Thanks! Second week suits me best',
      '< Same here',
      '< Second week it is',
    ],
    ['< Lost property: one green scarf, very soft', '< Mine!', '> It has been the talk of the evening'],
    [
      '< Rain at seven, says the forecast',
      '< It said that last week too',
      '> Then we play',
      '< Bringing dry socks anyway',
    ],
    ['> I can drive, four seats free', '< One for me please', '< Me too, if there is room for a cello'],
    ['< Great session today, everybody', '< My legs disagree', '> Same time next week?', '< Same time'],
  ],
}
