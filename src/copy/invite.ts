import type { SigningMode } from '../../shared/contract/consent-letters'
import type { Sex } from '../../shared/values/id-document'
import type { Relation, Use } from '../../shared/values/relation'
import type { FieldProblem, FormField } from '../packages/invite/form/model'
import { dayText } from './app'
import { listed, usesInWords } from './list'

/** The big choices: what she is to me. */
export const RELATION_CHOICES: Record<Relation, { label: string; hint: string }> = {
  spouse: { label: '爱人', hint: '丈夫或妻子' },
  parent: { label: '父母', hint: '爸爸或妈妈' },
  child: { label: '子女', hint: '儿子或女儿' },
  sibling: { label: '兄弟姐妹', hint: '哥哥、弟弟、姐姐、妹妹' },
  'paternal-grandparent': { label: '爷爷奶奶', hint: '爸爸的父母' },
  'maternal-grandparent': { label: '外公外婆', hint: '妈妈的父母' },
  'grandchild-via-son': { label: '孙子孙女', hint: '儿子的孩子' },
  'grandchild-via-daughter': { label: '外孙外孙女', hint: '女儿的孩子' },
}

const KIN_WORDS: Record<Relation, { male: string; female: string; either: string }> = {
  spouse: { male: '丈夫', female: '妻子', either: '爱人' },
  parent: { male: '爸爸', female: '妈妈', either: '父母' },
  child: { male: '儿子', female: '女儿', either: '孩子' },
  sibling: { male: '兄弟', female: '姐妹', either: '兄弟姐妹' },
  'paternal-grandparent': { male: '爷爷', female: '奶奶', either: '爷爷奶奶' },
  'maternal-grandparent': { male: '外公', female: '外婆', either: '外公外婆' },
  'grandchild-via-son': { male: '孙子', female: '孙女', either: '孙辈' },
  'grandchild-via-daughter': { male: '外孙', female: '外孙女', either: '外孙辈' },
}

/** How one speaks of the relative: 妈妈, 儿子. Without the sex the word that fits both. */
export function kinWord(relation: Relation, sex: Sex | null): string {
  return KIN_WORDS[relation][sex ?? 'either']
}

export function pronounOf(sex: Sex | null): string {
  if (sex === 'female') return '她'
  return sex === 'male' ? '他' : 'TA'
}

export const USE_CHOICES: Record<Use, { label: string; hint: string }> = {
  hospital: { label: '看病', hint: '在定点医院付自己要付的那部分' },
  pharmacy: { label: '买药', hint: '在定点药店买药、买医疗器械' },
  premium: { label: '交居民医保费', hint: '给参加居民医保的家人交下一年的费' },
}

export const INVITE_TITLES = {
  form: '邀请家人',
  check: '请核对',
  proofs: '拍材料',
  sign: '看承诺书，签字',
  share: '交给家人',
} as const

export const INVITE_STEPS = ['填写', '核对', '签字', '交给家人'] as const

/** The same four on the page that is between the check and the signature. */
export const INVITE_STEPS_AT_PROOFS = [
  INVITE_STEPS[0],
  INVITE_TITLES.proofs,
  INVITE_STEPS[2],
  INVITE_STEPS[3],
]

export const FORM_COPY = {
  lead: '让家人看病、买药时，可以用您医保个人账户里的钱。',
  relationTitle: 'TA 是您的什么人？',
  furtherRelations: '还有别的亲属',
  nameLabel: 'TA 的姓名',
  namePlaceholder: '和身份证上写的一样',
  idTypeLabel: '证件类型',
  idNumberLabel: 'TA 的身份证号',
  otherIdNumberLabel: 'TA 的证件号码',
  idNumberPlaceholder: '18 位，最后一位可能是 X',
  otherIdNumberPlaceholder: '证件上的号码',
  chooseIdType: 'TA 用的不是身份证',
  phoneTitle: 'TA 自己有手机吗？',
  hasPhone: { label: '有手机', hint: '把邀请转发给 TA，TA 自己看、自己签' },
  noPhone: { label: '没有手机', hint: '当面办：TA 在您这部手机上看和签' },
  establish: {
    title: '先建立共济家庭',
    text: (region: string) =>
      `${region}的做法是先建立共济家庭，再一位一位添加家人。建立不扣钱，也不用填家人的信息。`,
    button: '建立共济家庭',
    sending: '正在建立…',
    stepsTitle: '一共这几步',
  },
  daysTitle: '从哪天到哪天',
  daysHint: (region: string) => `${region}的表里有开始和结束日期。不填也行：签好就开始，一直有效。`,
  furtherTitle: '更多设置',
  furtherHint: '不改也行：签好就开始，一直有效，看病、买药、交费都能用，不限金额',
  furtherHintWithoutDays: '不改也行：看病、买药、交费都能用，不限金额',
  furtherChanged: '已经改过，点开可以看',
  startLabel: '从哪天开始',
  startDefault: '签好以后最早的一天',
  endLabel: '到哪天为止',
  endDefault: '一直有效，直到您结束它',
  endHint: '最后一天当天还能用',
  fold: '收起',
  unfold: '展开',
  usesLabel: '可以用在哪里',
  monthlyLabel: '每月最多用多少（元）',
  perSettlementLabel: '每次最多用多少（元）',
  limitPlaceholder: '不填就是不限',
  continue: '下一步',
  checking: '正在核对…',
  linkTitle: '先确认您是谁',
  linkText: '确认身份以后，就能邀请家人。只要一次，大约一分钟。',
  residentScheme: '您参加的是居民医保，没有个人账户，不能邀请家人；参加职工医保的家人可以邀请您。',
  privacy: '姓名和身份证号只用来办理这一件事，加密保存，页面上只显示一部分。',
} as const

/** What a right ID number says, to be read back as a check. */
export function personRead(birthDay: string, sex: Sex, age: number): string {
  const ageText = age === 0 ? '不满 1 岁' : `${age} 岁`
  return `${dayText(birthDay)}生，${sex === 'female' ? '女' : '男'}，${ageText}`
}

export function childExplained(isOwnChild: boolean, sex: Sex): { title: string; text: string } {
  const child = kinWord('child', sex)
  return isOwnChild
    ? {
        title: `不满 16 岁，您当场替${child}签字`,
        text: `您是${child}的监护人：您自己签一份，再替${child}签一份，签完马上就加好了，不用再等谁同意。`,
      }
    : {
        title: '不满 16 岁，要由父母替孩子签字',
        text: '您签好以后，把邀请转发给孩子的爸爸或妈妈。由 TA 看过、签字，孩子就加好了。',
      }
}

export const FIELD_PROBLEMS: Record<FormField, Partial<Record<FieldProblem, string>>> = {
  relation: { missing: '请选 TA 是您的什么人' },
  name: { missing: '请填 TA 的姓名', 'name-characters': '姓名里只能有文字和中间的点，请照身份证填写' },
  idNumber: {
    missing: '请填 TA 的证件号码',
    'id-length': '位数不对：身份证号是 18 位，请再数一数',
    'id-characters': '里面有不该有的字：身份证号是 17 位数字，最后一位是数字或 X',
    'id-birth-day': '第 7 到 14 位应当是出生年月日，现在这一天不存在，请对照身份证看看',
    'id-check-digit': '最后一位对不上，多半是中间有一位打错了，请对照身份证看看',
    'id-in-the-future': '号码里的出生日期还没到，请对照身份证看看',
  },
  hasPhone: { missing: '请选 TA 自己有没有手机' },
  startDay: { 'not-a-day': '请选一个日子' },
  endDay: { 'not-a-day': '请选一个日子', 'end-before-start': '结束的日子要在开始的日子当天或之后' },
  uses: { 'no-use': '至少留一样可以用的地方' },
  monthlyLimitYuan: { 'not-an-amount': '请填大于 0 的金额，最多两位小数，比如 500' },
  perSettlementLimitYuan: {
    'not-an-amount': '请填大于 0 的金额，最多两位小数，比如 200',
    'limits-crossed': '每次的限额不能比每月的限额还多',
  },
}

export const OTHER_ID_LENGTH = '号码的长度不对：一般是 5 到 20 位字母和数字'
export const OTHER_ID_CHARACTERS = '号码里只能有字母、数字、横线和括号'

export const CHECK_COPY = {
  lead: '请看一遍，都对再往下走。',
  who: '给谁用',
  relation: '是您的',
  name: '姓名',
  idNumber: '证件号码',
  born: '出生日期',
  how: '怎么办',
  terms: '怎么用',
  byRelative: 'TA 在自己的手机上看和签',
  inPerson: '当面办，TA 在您这部手机上看和签',
  ownChild: '您替孩子签字，当场办好',
  parentOfChild: '转发给孩子的爸爸或妈妈，由 TA 替孩子签字',
  start: '从哪天开始',
  startEarliest: (day: string, reviewed: boolean) =>
    reviewed ? `当地审核通过那天，最早${day}` : `最早${day}`,
  end: '到哪天为止',
  endOpen: '一直有效',
  uses: '可以用在',
  monthly: '每月最多',
  perSettlement: '每次最多',
  noLimit: '不限',
  change: '修改',
  nextTitle: '接下来',
  rulesUnfold: (count: number) => `看依据的规定（${count} 条）`,
  rulesFold: '收起规定',
  source: (text: string) => `出处：${text}`,
  ourReading: '规定没有写明，这是我们采用的做法',
  remarksTitle: '也请知道',
  proofsTitle: '当地还要看这些材料',
  proofs: (proofs: readonly string[]) =>
    `${listed(proofs)}。下一步用手机拍照上传；不方便拍的，也可以带上材料到当地医保窗口办理，钱和待遇都一样。`,
  toProofs: '都对，去拍材料',
  usesDropped: (uses: readonly string[]) => `当地还不能这样用，已经去掉：${usesInWords(uses)}`,
  create: '都对，去签字',
  creating: '正在准备承诺书…',
  lost: '这张表没有保存在手机里（为了保护家人的身份信息），请重新填一次。',
  lostTitle: '请重新填写',
  refill: '去填写',
} as const

export function placesLeftSentence(placesLeft: number): string {
  return `您现在还能加 ${placesLeft} 位家人。`
}

const SIGNING: Record<SigningMode, string> = {
  handwritten: '用手指写下名字',
  tick: '点选同意',
  typed: '照着打一句话',
}

export const PROOFS_COPY = {
  lead: '当地要看这些材料，审核通过以后才能用。',
  create: '拍好了，去签字',
} as const

export interface StepsAhead {
  readonly way: 'by-relative' | 'in-person' | 'own-child' | 'parent-of-child'
  /** 妈妈, 儿子. */
  readonly who: string
  readonly effectiveFrom: string
  readonly mode: SigningMode
  readonly proofs: readonly string[]
  /** Whether the bureau decides after everybody has signed. */
  readonly review: boolean
}

/** What happens after the check, one sentence a step. */
export function nextSteps({ way, who, effectiveFrom, mode, proofs, review }: StepsAhead): readonly string[] {
  const photos = proofs.length === 0 ? [] : [`拍下${listed(proofs)}，传上来`]
  const signs = [...photos, `您看一份承诺书，${SIGNING[mode]}`]
  const begins = review ? `交给当地审核，通过了${who}才能用` : `${dayText(effectiveFrom)}起，${who}就能用了`
  switch (way) {
    case 'own-child':
      return [...signs, `您再替${who}签一份`, review ? begins : `马上加好：${begins}`]
    case 'in-person':
      return [
        ...signs,
        `把手机交给${who}：确认是本人，看一份、签一份`,
        review ? begins : `当场加好：${begins}`,
      ]
    case 'parent-of-child':
      return [...signs, '把邀请转发给孩子的爸爸或妈妈', `TA 替孩子签好：${begins}`]
    case 'by-relative':
      return [
        ...signs,
        `把邀请转发给${who}，72 小时内有效`,
        review ? `${who}看过、签好以后，${begins}` : `${who}看过、签好才算数。最早${begins}`,
      ]
  }
}

export const SIGN_COPY = {
  yourLetter: '这一份由您签。看到最后，再签。',
  childLetter: (who: string) => `这一份由您替${who}签。`,
  yourName: '请写下您自己的名字',
  letterProgress: (index: number, count: number) => `第 ${index} 份，共 ${count} 份`,

  addChildTitle: (who: string) => `添加${who}`,
  addChildText: (who: string) => `两份承诺书都签好了，马上把${who}加上。`,
  addForChild: (who: string) => `添加${who}`,
  adding: '正在添加…',

  handOverTitle: (who: string) => `请把手机交给${who}`,
  handOverText: (who: string) =>
    `接下来要由${who}自己看、自己签。您可以在旁边念给${who}听，但不能替${who}签。`,
  handOverWhat: (who: string) => `${who}要做的三件事`,
  handOverSteps: ['看一遍承诺书', '按页面上的办法签字', '确认是本人：签字一次，加入一次'],
  handOverWindow: (who: string) =>
    `${who}不在身边？也可以请${who}带身份证原件到当地医保窗口，窗口人员帮着办，办好会告诉您。`,
  handOverDone: (who: string) => `我是${who}，开始看`,
  relativeTitle: (who: string) => `请${who}看和签`,
  relativeLetter: (who: string) => `这一份由${who}本人签。`,

  verifySign: (who: string) => `确认是${who}本人（第 1 次，共 2 次）`,
  verifySignWhy: '证明刚才是您自己签的。',
  verifyJoinTitle: '签好了，还差最后一步',
  verifyJoin: (who: string) => `确认是${who}本人（第 2 次，共 2 次）`,
  verifyJoinWhy: '证明是您自己愿意加入。签字和加入各确认一次，谁也不能拿着您签的字替您同意。',
  verifyMissed: '没有完成。可以再试一次，或换一种方式。',
  byFace: '刷脸确认',
  bySms: '用短信验证码确认',
  ownName: '您的姓名',
  ownIdNumber: '您的身份证号',

  boundTitle: '已添加',
  boundText: (who: string, from: string) => `${dayText(from)}起，${who}看病买药就能用您的医保钱了。`,
  boundHereText: (who: string, from: string) => `${dayText(from)}起，${who}看病买药就能用家人的医保钱了。`,
  reviewTitle: '已交上去，等当地审核',
  reviewText: '审核好了会告诉您，这之前还不能用。',
  handBack: '请把手机还给家人',
  handBackText: (who: string) => `${who}以后看病买药，照常出示自己的医保码或社保卡就行。`,
  seeBinding: '看看详情',
  backToFamily: '回到我的家人',
} as const

export const SHARE_COPY = {
  parent: '孩子的爸爸或妈妈',
  pendingTitle: (who: string) => `等${who}来签`,
  lead: (who: string, name: string) =>
    `您这边已经签好了。把邀请交给${who}（${name}），由本人看过、签好就成了。`,
  toParent: '您这边已经签好了。把邀请交给孩子的爸爸或妈妈，由 TA 替孩子签好就成了。',
  safe: (pronoun: string) => `转发给别人也没用：只有${pronoun}本人能打开。`,
  safeParent: '转发给别人也没用：只有孩子的父母能打开。',
  willSee: (who: string) => `${who}会看到`,
  willSeeList: [
    '谁邀请：您的姓，名字会遮住',
    '怎么用：可以用在哪里、从哪天开始',
    '意味着什么，以及要签的承诺书',
  ],
  willNotSee: '看不到：您账户里有多少钱',
  another: '再邀请一位家人',
  revoke: '撤回邀请',
  revokeAsk: (who: string) => `撤回以后，${who}手里的邀请马上打不开。要撤回吗？`,
  revokeYes: '撤回',
  revokeNo: '先不撤回',
  revoked: '邀请已撤回',
  revokedText: '对方手里的邀请已经打不开了。想再邀请，可以重新填写。',
  resend: '重新发一次',
  resendYes: '换一个新的',
  resendText: '会换一个新的邀请，再等 72 小时；原来那个就打不开了。',
  expired: '邀请过期了',
  expiredText: '72 小时内没有签，邀请就自动失效了。没有扣钱，也没有加上谁。重新发一次就行。',
  declined: '对方没有同意',
  declinedText: '没有扣钱，也没有加上谁。可以先和家人商量商量。',
  declineReason: '对方说：',
  couldNotJoin: '这次没有加成',
  couldNotJoinText:
    '对方那边暂时加不了。原因只告诉了对方本人，可以问问 TA；办好以后，TA 再点开同一个邀请就行。',
  accepted: '已经加好了',
  acceptedText: '对方已经看过、签好。',
  inReview: '对方已签好，等当地审核',
  inReviewText: '审核好了会告诉您，这之前还不能用。',
  draft: '还没签完',
  draftText: '您的承诺书还没有签，签好才能发出邀请。',
  here: '还差几步',
  hereText: '这个邀请就在您这部手机上办，接着签就行。',
  toSign: '接着签',
  toFamily: '回到我的家人',
  seeBinding: '看看详情',
  missing: '没有找到这个邀请',
  missingText: '可能已经处理过了。回到“我的家人”可以看到所有邀请。',
} as const

export const SHARE_WAYS = {
  toWechat: '转发给微信好友',
  inDemo: '转发给家人（演示）',
  sentInDemo: '已转发，在另一部手机的微信消息里可以点开。',
  copy: '复制邀请链接',
  copied: '已复制，去发给家人吧。',
  notCopied: '没有复制成功，可以让家人扫下面的码。',
  system: '用手机上的应用发送',
  faceToFace: '面对面：扫一扫',
  faceToFaceHint: (who: string) => `请${who}用自己的手机扫这个码`,
  qrLabel: '邀请的二维码，请让家人用手机扫',
  validUntil: (until: string) => `${until} 前有效`,
  timeLeft: (hours: number, minutes: number) => (hours === 0 ? `还剩 ${minutes} 分钟` : `还剩 ${hours} 小时`),
  over: '时间到了',
  cardTitle: (who: string) => `请${who}看一看、签个字：以后看病买药可以用我的医保钱`,
} as const
