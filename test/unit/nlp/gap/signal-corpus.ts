import type { Language } from '../../../../domain/index.ts'

export const SIGNALS = [
  'asksForPerson',
  'raisesLegal',
  'raisesSafety',
  'swears',
  'givesUp',
  'asksWhatWasUnderstood',
] as const
export type Signal = (typeof SIGNALS)[number]

export interface SignalCorpus {
  /** Sentences that say just this. */
  says: Record<Signal, string[]>
  /** Ordinary sentences that say none of it, most of them with a word that could mislead. */
  saysNothing: string[]
}

/** Sentences of our own, written down before the patterns were. One sentence a line. */
export const CORPUS: Record<Language, SignalCorpus> = {
  en: {
    says: {
      asksForPerson: lines(`
        tlak to a humn
        agnet pls
        i wnat to speak to a persn
        can i tlak to somone real
        get me a representitive
        I'd rather speak with a human being about this
        please transfer me to an agent
        put me through to customer service
        connect me with a live agent now
        is there a real person I can chat with?
        let me speak to your supervisor
        I need to talk to someone in your team
        this is going nowhere, give me a human
        operator!
        live chat with a person please
        can a human look at this?
        a human, please
        may I have a person, thanks
        I want a real person, not a bot
        my parcel is late, could I speak to an advisor
        humam please
        supervisr
        i don't want to talk to a bot
        stop, I want to talk to a person about my order
      `),
      raisesLegal: lines(`
        I will sue you
        my lawyer will contact you
        you'll hear from my solicitor
        I'm taking legal action against your company
        see you in court
        I am going to file a lawsuit
        I'll report you to the consumer protection agency
        this is fraud and I am going to the police
        I have contacted my attorney about this
        expect a letter from my lawyers
        I will take this to small claims court
        I am filing a complaint with trading standards
        you leave me no choice but suing
      `),
      raisesSafety: lines(`
        the charger caught fire
        there is smoke coming out of the adapter
        I got an electric shock from the kettle
        my son was injured by the blade
        the battery exploded last night
        it burned my hand
        the plug is sparking
        the power bank is smoking
        my daughter swallowed the small battery
        the heater smells of burning plastic
        we had to go to the hospital after using it
        the phone got so hot it started to melt
        the glass shattered and cut my fingers
        I was electrocuted by the lamp
        the battery is swollen and leaking
      `),
      swears: lines(`
        this is bullshit
        what the fuck is wrong with you
        you are a bunch of idiots
        wtf
        this is fucking ridiculous
        you piece of crap
        I'm so angry right now
        I am furious about this
        your service is a joke, you morons
        screw you
        absolutely disgusting service, shame on you
        go to hell
        this is making me really mad
        damn it, nothing works
      `),
      givesUp: lines(`
        forget it
        never mind, I'll buy somewhere else
        I give up
        nevermind
        this is a waste of time, I'm leaving
        ok whatever, forget about it
        I'm done with you
        I'll just go to another shop
        there is no point, bye
        don't bother
        I'll take my business elsewhere
        this is pointless
      `),
      asksWhatWasUnderstood: lines(`
        what did you understand?
        What have you understood so far?
        so what did you understand from my message
        what exactly did you understand
        what do you think I want
        what do you think I am asking?
        what did you think I meant
        how did you understand my question
        what is your understanding of my request
        did you understand me?
        did you even understand what I said
        do you understand what I mean
        Have you understood my question?
        did you get that?
        why do you ask that?
        why are you asking me this
        Why do you want to know that?
        why do you need my order number
        why did you ask
        wait, why are you asking
        what makes you think that
        which part did you not understand
      `),
    },
    saysNothing: lines(`
      I booked through a travel agent
      what are your customer service hours
      I want to talk about my order
      what is the phone number of customer service?
      are you a human?
      am I talking to a real person or a bot?
      I don't want to talk to a person
      no need to transfer me, just tell me the price
      please don't connect me to an agent
      can I transfer the warranty to another person?
      the parcel was given to someone else
      can someone else pick up my parcel?
      I gave the package to my shipping agent
      is this a cleaning agent?
      how many people can use one account
      the delivery person left the box outside
      can you send it to a different person
      the agent I spoke to yesterday was lovely
      a person in your shop told me it was in stock
      do you sell personal care products
      which operator network does the phone support
      is customer support open on Sunday?
      can I speak English here?
      let's talk about the refund
      I want to change the person on the invoice
      the contact person for the delivery is my sister
      I'd like to put a different name on the order
      is it made for human hair
      do you have the human anatomy poster
      where is the office of the legal department listed on the invoice
      what is the legal age to order wine
      I need an invoice for my law firm
      do you sell court shoes
      is there a tennis court nearby
      what is your return policy under the law
      Sue ordered this for me
      my name is Sue Miller
      I want to report a missing parcel
      is the fire tablet in stock
      do you sell smoke detectors
      is the Kindle Fire waterproof
      does the grill work without smoke?
      smoke grey or black, which is cheaper
      how do I get a fire extinguisher refill
      is this jacket shock resistant
      the watch is shock proof, right?
      I was shocked by how fast it arrived
      do you have burn cream
      is the stove burner included
      is it safe to use in the bathroom?
      hot sale price for the water heater
      the colour is hot pink
      what is the battery capacity
      how long does the battery last
      I need a first aid kit
      can I cut the cable to length
      I never minded the wait, thanks
      don't forget to send the invoice
      I forgot my password
      I forgot it at home, the receipt
      how do I give up my membership discount for a voucher
      where can I leave a review
      I'm done with the payment, what next?
      do you have another shop in Leeds
      is the mad max film in stock
      do you sell hell's kitchen cookbook
      this is damn good, thank you
      the shell is cracked
      what class is this assessed in
      is the cocktail shaker dishwasher safe
      do you ship to Scunthorpe
      the crab plush, how large is it
      whatever colour you have is fine
      can I pay with two cards
      is there no pointed tip in the set
      what do you mean by restocking fee
      what do you mean
      why do you need two days to ship
      why do you ask for a deposit on furniture
      why do you charge for returns
      I want to understand the warranty
      what do I need to understand about the refund
      did you get my e-mail about the parcel
      did you get my parcel back
      did you receive my return
      do you understand French
      what do you think of this lamp
      what do you think I should buy
      what do I get with the gift card
      how do I understand the size table
      I don't understand the invoice
      can you explain the loyalty points
      have you got this in blue
    `),
  },
  zh: {
    says: {
      asksForPerson: lines(`
        人工，谢谢
        转人宫
        转仁工
        转人工
        我要转人公
        帮我转接人工客服
        你们有没有活人啊
        叫你们经理来
        让你们主管跟我说
        我要跟真人说话
        找个人来跟我说
        能不能换个真人
        人工在吗
        我不想跟机器人说话
        zhuan rengong
        转人工服务，我的订单有问题
        别再让机器人回了，给我人工
        人工客服电话转一下
        请给我接客服人员
        我想联系人工
        轉人工
        转真人客服
        有没有人工啊，急
      `),
      raisesLegal: lines(`
        我要找律师
        我会起诉你们
        再不退我就打12315
        我要去消协投诉
        我要告你们
        法院见
        你们这是欺诈，我要报警
        我已经咨询过律师了
        等着收律师函吧
        我要走法律途径
        我去市场监督管理局举报你们
        你们违反消费者权益保护法
        不解决就法庭上见
      `),
      raisesSafety: lines(`
        充电器起火了
        插座冒烟了
        我触电了
        孩子被划伤了
        电池爆炸了
        手被烫伤了
        插头一直冒火花
        充电宝鼓包了
        用的时候有烧焦的味道
        我家小孩把电池吞下去了
        漏电了，差点出事
        吃了以后食物中毒住院了
        玻璃炸裂割破了手
        差点烧起来
        用完以后受伤了
      `),
      swears: lines(`
        什么垃圾客服
        你们是傻逼吗
        他妈的
        气死我了
        一群骗子
        滚
        我真的很生气
        去死吧
        什么狗屁玩意
        脑子有病吧你们
        太恶心了你们
        火大得很
        卧槽什么情况
        无耻
      `),
      givesUp: lines(`
        算了
        算了不问了
        不买了，我去别家
        懒得说了
        随便吧，不想说了
        我放弃了
        不跟你说了
        浪费时间
        以后再也不来了
        那就这样吧，我不要了
        跟你说不清楚，再见
        不用了，我去别的地方买
      `),
      asksWhatWasUnderstood: lines(`
        你理解成什么了
        你理解的是什么？
        你明白我的意思吗
        为什么问这个
        你听懂了吗
        你听懂我说的了吗
        你到底理解了什么
        您明白我在问什么吗
        你知道我在说什么吗
        你觉得我想问什么
        你以为我要什么
        你是怎么理解的
        你的理解是什么
        为什么要问我订单号
        干嘛问我这个
        你为什么这么问
        为啥要订单号啊
        那你理解的是啥
        你懂我意思吗
        你有没有理解我的问题
        說說你的理解
      `),
    },
    saysNothing: lines(`
      不用转人工
      别给我转人工
      你是真人吗
      你是机器人还是人工
      人工客服几点上班
      人工服务时间是什么时候
      这个是人工智能音箱吗
      是人工合成的宝石吗
      人工费怎么算
      安装要收人工费吗
      手工还是人工编织的
      我想说一下我的订单
      快递员把包裹给别人了
      可以找别人代收吗
      换个人收货可以吗
      收货人改成我爸
      项目经理这本书有货吗
      客服电话是多少
      客服态度很好，谢谢
      昨天那个客服说今天发货
      领导力这本书多少钱
      主管道的接口是多大
      请问有没有适合老人的
      有没有人买过这款
      转账失败怎么办
      转到哪个账户
      律师职业资格考试教材有吗
      发票抬头是律师事务所
      有没有法律类的书
      法院文书怎么寄给你们
      告诉我快递单号
      我要告诉你一个地址
      请告知发货时间
      可以告诉我价格吗
      起诉状格式的书有吗
      烟雾报警器怎么安装
      有没有灭火器
      报警器的电池怎么换
      这个灶具的火力怎么样
      火锅底料有货吗
      最近很火的那款有吗
      防火材料吗
      无烟烧烤炉多少钱
      这个颜色是烟灰色吗
      漏电保护器多少钱
      防触电插座有吗
      防烫伤手套有货吗
      烫伤膏有吗
      创可贴受伤时能用吗
      爆炸头假发有吗
      电池容量多大
      电池能用多久
      火花塞多少钱
      手机有点慢
      算了一下一共多少钱
      帮我算算运费
      运费怎么算
      预算了五百块
      我计算了一下不对
      随便哪个颜色都行
      垃圾桶多少钱
      垃圾袋有货吗
      滚筒洗衣机怎么安装
      行李箱滚轮能换吗
      防骗手册有吗
      气垫床怎么充气
      不生气，谢谢你
      恶心干呕能吃这个药吗
      不要了这个赠品可以吗
      时间浪费了没关系，什么时候发货
      放弃优惠券能退款吗
      死机了怎么办
      杀死细菌的那款喷雾
      操作说明在哪
      体操垫多大
      这个条款怎么理解
      你们的意思是运费自理吗
      为什么要收运费
      为什么要付两次
      为什么问了没人回
      你觉得我买哪个好
      你知道我的订单到哪了吗
      你知道我的快递什么时候到吗
      我不明白怎么退款
      我想问什么时候发货
      保修是什么意思
      怎么理解会员积分
      你懂这个型号吗
      我的意思是换货
      为什么还没到
      狗粮什么时候到
    `),
  },
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
