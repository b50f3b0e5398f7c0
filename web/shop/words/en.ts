export const en = {
  skip: 'Skip to the content',
  nav: { label: 'Shop', lamps: 'Lamps', kitchen: 'Kitchen', home: 'Home' },
  claim: 'Things for quiet evenings.',
  pitch:
    'Lamps, pans and blankets made to be mended, not replaced. Delivered in three days, thirty days to change your mind.',
  look: 'See the collection',
  ask: 'Questions? The button at the bottom right answers.',
  collection: 'The collection',
  products: {
    lamp: { name: 'Ember desk lamp', line: 'Dims to candlelight', price: '¥329' },
    floorLamp: { name: 'Heron floor lamp', line: 'Stands on one leg', price: '¥699' },
    kettle: { name: 'Pebble kettle', line: 'Boils, then is silent', price: '¥259' },
    pan: { name: 'Basalt frying pan', line: 'Heavy where it matters', price: '¥219' },
    backpack: { name: 'Tarn backpack', line: 'Keeps out a week of rain', price: '¥459' },
    blanket: { name: 'Moss throw blanket', line: 'Wool that does not scratch', price: '¥289' },
  },
  promisesTitle: 'What you can count on',
  promises: [
    { title: 'Three working days', text: 'From our shelf to your door; the link in the e-mail shows where it is.' },
    { title: 'Thirty days to return', text: 'Unused is enough. No reason asked.' },
    {
      title: 'A person when you want one',
      text: 'Our assistant says how sure it is, and calls a colleague when it is not.',
    },
  ],
  demo: (company: string) => `${company} is an invented shop: the demonstration of Candor. Nothing here can be bought.`,
  staff: 'For the people who work here',
  desk: 'Agents’ desk',
  dashboard: 'Dashboard',
}

export type ShopWords = typeof en
