import { deedOf, fateOf } from './deeds-english.ts'
import { isJourney } from './journeys-english.ts'
import type { Commitment, PromiseForm } from './promised-action.ts'

// What makes of a sentence something else than a promise, wherever in it that stands.
const CONDITION =
  /\b(?:unless|in case|provided|providing|with your permission|as long as|otherwise|assuming|suppose|should (?:you|it|the|this|that|there|anything|any)|were (?:i|you|we|it)|had (?:i|you|we|it))\b/
const IF = /\bif\b(?! (?:not (?:sooner|earlier|before)|possible|that(?:'s| is) (?:ok|okay|all right|alright|fine)))/g
// "Check if", "ask whether", "let you know if": not a condition but what is found out.
const ASKED_IF = /\b(?:check|see|find out|ask|know|tell (?:you|me)|wonder|confirm|verify)(?: with [\w ]{1,30})? $/
const EVENT =
  /\b(?:once|when|whenever|as soon as|after|upon|the moment|until)\b(?! (?:tomorrow|more|again|possible|we can|i can|lunch|noon|that|all|\d))/
const CUSTOMERS_EVENT =
  /\b(?:once|when|whenever|as soon as|after|upon|the moment) (?:you|(?:receiving|receipt|return)|(?:\S{1,15} ){1,4}?(?:returned|reach(?:es)? (?:us|our)|(?:arrives|is|gets|get) back(?! in stock)|received|receive|(?:come|arrive)s? (?:in|at our))|we (?:get|have|receive))/
const GUESS =
  /\b(?:usually|normally|typically|generally|in general|often|hopefully|probably|possibly|perhaps|maybe|might|may(?! i)|could|should|would|likely|estimated|expected to|in most cases|as a rule|used to|supposed to|wish|on average|i hope|we hope|i think|i believe|i guess|i suppose|in a (?:moment|second|sec|minute))\b/
const REPORTED =
  /\b(?:you|they|he|she|customers?)(?:'ve| have| had| just)? (?:said|wrote|mentioned|told|asked|claimed|put it|promised|were told|was told)\b/
const UNSURE =
  /\b(?:can't|cannot|can not|couldn't|don't|do not|won't|not|never|unable to|hard to) (?:\w{1,12} ){0,2}?(?:promise|guarantee|know|say|think|believe|expect|sure|tell|certain)\b/

// "Please confirm: we will reserve it for Friday" waits for a yes.
const ASKS_CONSENT = /\bplease (?:can you |do )?confirm\b/

// Where the company says that something is to come.
const ANCHOR =
  /(?:'ll|\bwill|\bshall|(?:'m|'re|'s|\bam|\bare|\bis|\bbe) going to|(?:'m|\bam|\bare|'re)? ?\bgonna|\b(?:i|we) promise to|(?:'m|\bam|'re|\bare|\bis) about to)\b(?! (?:not|never|no longer|hardly|only|neither)\b)/g
/** "Ill", "well" for "I'll", "we'll", only where a deed follows. */
const SLOPPY = /(?:^|[,;:] ?|\b(?:and|so|but|ok|okay|then) )(?<who>ill|well)(?= [a-z])/g
const BREAK = /[,;:(]| - |\b(?:and|but|so|that|because|then|or|as|which|while|though|yet|since|where|when|once)\b/g

const STAFF =
  /\b(?:i|we|he|she|they|both of us|someone|somebody|people|colleagues?|teams?|department|specialists?|experts?|supervisors?|technicians?|engineers?|couriers?|drivers?|carriers?|warehouse|support|desk|stores?|shop|accounts|accounting|bookkeeping|finance|office|staff|company|agents?|advis[oe]rs?|representatives?|managers?|everyone here|one of (?:us|our \w{1,12}|my \w{1,12}))(?: (?:of (?:mine|ours)|from [\w ]{1,25}|in [\w ]{1,20}|here|on duty|also|both|all|each|too|(?!you\b|not\b|who\b|that\b)[a-z]{2,12}))?$|(?:我们?|我司|我这边|同事|客服|专员|咱们)$/
const CUSTOMER = /\b(?:you|u)(?: (?:also|then|both))?$/
const THING =
  /\b(?:your|the|it|this|that|a|an|my|our|everything|one|new|another|all of (?:it|them)|they|these|those|both)\b/
const GENERAL =
  /\b(?:all|every|each|any|flight|train|bus|taxi|cab|most|some|many|orders|refunds|parcels|returns|deliveries|customers|items|prices?|shop|sale|store)\b/

/** What a customer will get: "you will hear from us", "you can expect our reply". */
const GETS =
  /^ ?(?:(?:also|then|soon|certainly|definitely|surely|be) )?(?:hear(?:ing)? (?:back )?(?:from|of) (?:us|me|our|my|the|a)|(?:expect(?:ing)? to (?:hear|receive|get|have)|(?:get|receiv|hav|expect|see|fin)(?:e|ing|d)?)(?! to\b) (?<what>[^,;]{1,80})|be (?<fate>\w{3,12}(?: by| back)?))/
const GOTTEN: readonly (readonly [Commitment['action'], RegExp])[] = [
  ['call', /\b(?:phone )?call\b|\bring\b/],
  ['refund', /\b(?:money|refund|amount|reimbursement|repayment|credit|payment back)\b/],
  ['answer', /\b(?:answer|reply|response|update|feedback|news|result|decision|message|confirmation|from (?:me|us))\b/],
  [
    'send',
    /\b(?:parcel|package|order|replacement|delivery|e-?mail|label|invoice|voucher|code|link|item|one|new|tracking|lamp|kettle|letter|copy|it)\b/,
  ],
]
const CUSTOMER_FATE: readonly (readonly [Commitment['action'], RegExp])[] = [
  ['refund', /^(?:refunded|reimbursed|credited|repaid|compensated|paid back)/],
  ['answer', /^(?:contacted|informed|notified|updated|told)/],
  ['call', /^(?:called|phoned)/],
  ['send', /^sent/],
]

// Said as what is done: a promise with a time, otherwise talk.
const PRESENT =
  /(?:^|[,;:] ?|\b(?:and|but|so|then) )(?<who>(?:i|we|(?:a|an|our|my|the|one of (?:our|my)) (?:\w{1,15} ){0,3}?(?:colleague|team|department|specialist|supervisor|technician|courier|manager|warehouse|support|store|accounts)s?|someone|somebody)(?: from [\w ]{1,25})?)(?:'m|'re| am| are| is)? (?=[a-z])/g
const YOU_GET = /\byou (?:get|receive|have|hear|can expect|may expect|should expect)\b/g
const LEAVES =
  /(?:^|[,;:] ?|\b(?:and|but) )(?:your|the|it|this|a new|a replacement)(?: (?!takes?\b|usually\b|flight|train|bus\b|taxi)\w{1,15}){0,3}? (?=(?:arrives|ships|goes out|is being (?:sent|shipped|dispatched|delivered|refunded))\b)/g
const CALLED_ON: readonly (readonly [Commitment['action'], RegExp])[] = [
  ['call', /(?:^|[,;:] ?)(?:please )?expect (?:an?|our|my) (?:phone )?call\b/g],
  [
    'answer',
    /(?:^|[,;:] ?)(?:please )?expect (?:an?|our|my) (?:\w{1,10} )?(?:answer|reply|response|update|message|e-?mail)\b/g,
  ],
  [
    'answer',
    /\b(?:please )?(?:give|allow) (?:me|us) (?=(?:about |up to |just )?(?:\d|an? |one |two |three |four |five |six |ten |half |twenty |another |until |till ))/g,
  ],
  ['other', /\bleave (?:it|this|that) (?:with|to) (?:me|us)\b/g],
]

const ARRIVES = /\b(?:arriv|reach|get you|be (?:there|with you))/

/**
 * Where a sentence commits the company to do something, in order.
 * @param sentence in plain form, without quotes; it does not ask
 * @param isTimed whether the sentence names a time: what depends on an event is a promise without one, for "I'll tell you
 *   once I know" is the company's word, while "three days after your return" does not run yet
 */
export function englishCommitments(sentence: string, isTimed: () => boolean): Commitment[] {
  if (!/[a-z]{2}/.test(sentence)) return []
  const found = [
    ...willCommitments(sentence),
    ...presentCommitments(sentence),
    ...CALLED_ON.flatMap(([action, form]) =>
      [...sentence.matchAll(form)].map(({ index, 0: all }) =>
        commitment('en-expect', index, index + all.length, action, /give|allow/.test(all) ? 'present' : 'will'),
      ),
    ),
  ]
    .filter(({ start, end }) => !isDoubtful(sentence, start, end))
    .filter(({ start, end }) => !(ARRIVES.test(sentence.slice(start, end + 12)) && isJourney(sentence)))
  return found.length === 0 || isConditional(sentence, isTimed) ? [] : withoutDoubles(found)
}

function isConditional(sentence: string, isTimed: () => boolean): boolean {
  if (CONDITION.test(sentence) || CUSTOMERS_EVENT.test(sentence)) return true
  for (const { index } of sentence.matchAll(IF))
    if (!ASKED_IF.test(sentence.slice(Math.max(0, index - 50), index))) return true
  return EVENT.test(sentence.replace(/\bday after tomorrow\b|\buntil (?:tomorrow|now|then)\b/g, '')) && isTimed()
}

/** Doubt or another's words before it; doubt also within the clause behind it. */
function isDoubtful(sentence: string, start: number, end: number): boolean {
  const before = sentence.slice(0, end)
  const clause = before.slice(lastBreak(before, start))
  const behind = /^[^,;]{0,80}/.exec(sentence.slice(end))?.[0] ?? ''
  return GUESS.test(clause + behind) || ASKS_CONSENT.test(before) || REPORTED.test(before) || UNSURE.test(before)
}

function lastBreak(text: string, before: number): number {
  const comma = Math.max(text.lastIndexOf(',', before - 1), text.lastIndexOf(';', before - 1))
  return Math.max(0, comma, before - 60)
}

function willCommitments(sentence: string): Commitment[] {
  const anchors = [
    ...[...sentence.matchAll(ANCHOR)].map(({ index, 0: all }) => ({
      index,
      all,
      who: undefined as string | undefined,
    })),
    ...[...sentence.matchAll(SLOPPY)].map(({ index, 0: all, groups }) => ({ index, all, who: groups?.who })),
  ].sort((a, b) => a.index - b.index)
  return anchors.flatMap(({ index, all, who }) => {
    const end = index + all.length
    const rest = sentence.slice(end, end + 160)
    if (who !== undefined) {
      const deed = deedOf(rest)
      const start = end - who.length
      return deed?.known
        ? [commitment('en-will', start, end + deed.length, deed.action, deed.atOnce ? 'present' : 'will')]
        : []
    }
    const subject = subjectBefore(sentence, index, all)
    return committed(subject, rest, end)
  })
}

interface Subject {
  start: number
  text: string
  /** The word or sign that parts it from what stands before. */
  after: string
}

/** Who will: the words since the last break before `index`, or where there are none, what stood before that. */
function subjectBefore(sentence: string, index: number, anchor: string): Subject {
  const own = /^(?:i|we) promise/.exec(anchor)?.[0]
  if (own) return { start: index, text: own.split(' ')[0] as string, after: '' }
  const from = Math.max(0, index - 80)
  const window = sentence.slice(from, index)
  let start = 0
  let broken = ''
  for (const { index: at, 0: word } of window.matchAll(BREAK)) {
    start = at + word.length
    broken = word
  }
  const text = window.slice(start).trim()
  return { start: from + start + (/^\s*/.exec(window.slice(start))?.[0].length ?? 0), text, after: broken }
}

function committed({ start, text, after }: Subject, rest: string, end: number): Commitment[] {
  // "A train that will arrive": what is told of something, not who will.
  if (text === '' && /^(?:that|which|where|when|as|or|because|since|once)$/.test(after)) return []
  if (/\b(?:nobody|no one|none|nothing|neither)\b/.test(text)) return []
  if (CUSTOMER.test(text)) return gotten(rest, start, end, 'will')
  if (STAFF.test(text) && !GENERAL.test(text.replace(/\bone of .*|\bstores?$/, ''))) {
    return deedsIn(rest, start, end, false)
  }
  // "Will refund you right away", "I've spoken with them and will call you".
  if (text === '') {
    return deedsIn(rest, start, end, true)
  }
  if (!THING.test(text) || GENERAL.test(text) || /\b(?:charge|cost|price|fee)s?$/.test(text)) return []
  const fate = fateOf(rest)
  if (!fate) return []
  const isMoney = /\b(?:refund|money|amount|payment|fee|deposit|postage|difference|credit)\b/.test(text)
  const isWord = /\b(?:answer|reply|response|result|update|decision)\b/.test(text)
  const action = isMoney ? 'refund' : isWord ? 'answer' : fate.action
  return [commitment('en-thing', start, end + fate.length, action, 'will')]
}

const JOINED = /(?:,| and| then|, and| and then) (?=[a-z])/g

/** The deed behind "will", and those joined to it: "I'll ask the store and let you know". */
function deedsIn(rest: string, start: number, end: number, onlyKnown: boolean): Commitment[] {
  const first = deedOf(rest)
  if (!first || (onlyKnown && !first.known)) return []
  const joined = [...rest.matchAll(JOINED)].flatMap(({ index, 0: all }) => {
    const from = index + all.length
    const deed = deedOf(` ${rest.slice(from)}`)
    return deed?.known ? [commitment('en-will', end + from, end + from + deed.length - 1, deed.action, 'will')] : []
  })
  // "I'll recap it for you" is talk; "I'll recap it by Friday" is not.
  const tense = first.atOnce || !first.known ? 'present' : 'will'
  return [commitment('en-will', start, end + first.length, first.action, tense), ...joined]
}

function gotten(rest: string, start: number, end: number, tense: Commitment['tense']): Commitment[] {
  const match = GETS.exec(rest)
  if (!match) return []
  const { what, fate } = match.groups ?? {}
  const action =
    fate !== undefined
      ? firstOf(CUSTOMER_FATE, fate)
      : what === undefined
        ? 'answer'
        : /^(?:see|find)/.test(match[0].trim())
          ? undefined
          : firstOf(GOTTEN, what)
  return action ? [commitment('en-get', start, end + match[0].length - (what?.length ?? 0), action, tense)] : []
}

function presentCommitments(sentence: string): Commitment[] {
  const byStaff = [...sentence.matchAll(PRESENT)].flatMap(({ index, 0: all, groups }) => {
    const end = index + all.length
    const verb = /^\w+/.exec(sentence.slice(end))?.[0] ?? ''
    // "I reserved it for Friday" is done.
    const deed = verb.endsWith('ed') ? undefined : deedOf(` ${sentence.slice(end, end + 160)}`)
    const start = index + all.indexOf(groups?.who ?? '')
    return deed?.known ? [commitment('en-present', start, end + deed.length - 1, deed.action, 'present')] : []
  })
  const gets = [...sentence.matchAll(YOU_GET)].flatMap(({ index, 0: all }) => {
    const tense = /expect/.test(all) ? 'will' : 'present'
    const verb = all.lastIndexOf(' ')
    return gotten(sentence.slice(index + verb, index + 160), index, index + verb, tense)
  })
  const leaves = [...sentence.matchAll(LEAVES)].map(({ index, 0: all }) => {
    const start = index + (/^[,;:] ?|^(?:and|but) /.exec(all)?.[0].length ?? 0)
    const isMoney = /\b(?:refund|money|amount)\b|refunded$/.test(all)
    return commitment('en-leaves', start, index + all.length, isMoney ? 'refund' : 'send', 'present')
  })
  return [...byStaff, ...gets, ...leaves]
}

function commitment(
  form: PromiseForm,
  start: number,
  end: number,
  action: Commitment['action'],
  tense: Commitment['tense'],
): Commitment {
  return { start, end, action, tense, form }
}

/** In order; of those that overlap the first stays. */
function withoutDoubles(found: readonly Commitment[]): Commitment[] {
  const kept: Commitment[] = []
  for (const one of found.toSorted((a, b) => a.start - b.start || (a.tense === 'will' ? -1 : 1)))
    if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one)
  return kept
}

function firstOf(
  forms: readonly (readonly [Commitment['action'], RegExp])[],
  text: string,
): Commitment['action'] | undefined {
  return forms.find(([, form]) => form.test(text))?.[0]
}
