/**
 * What a person is told about her data. It says what the product does today and nothing beyond it: each sentence
 * stands on a place in the code (docs/security.md). Whoever changes what is kept, shown or passed on changes it here
 * too and raises PRIVACY_VERSION, so that everybody is asked again.
 */
export const PRIVACY_VERSION = '3'

export const PRIVACY_TITLE = '隐私说明'

export const PRIVACY_SHEET = {
  title: '填写之前，先说清楚',
  text: '接下来要填姓名和证件号。这些是您和家人的重要信息，我们这样用：',
  points: [
    '只用来核对身份、查参保、办共享',
    '加密保存，页面上只显示一部分',
    '家人只看到办理要用的内容，别人看不到',
  ],
  whole: '看完整的隐私说明',
  contract: (name: string) => `看${name}`,
  agree: '同意，继续',
  refuse: '不同意',
  refuseMeans: '不同意也没关系：不用填任何信息，照样可以看各地的规定。',
} as const

export const PRIVACY_REFUSED = {
  title: '没有同意，就先不填',
  text: '在这里没有记下任何信息。想好了可以随时再看；也可以带上证件，到当地医保窗口办理。',
  again: '再看一看',
  rules: '看看各地的规定',
  home: '回首页',
} as const

export interface PrivacySection {
  readonly title: string
  readonly lines: readonly string[]
}

/** Who answers for the data, as the deployment's build names it; an empty name is said to be missing. */
export function operatorLine(name: string, contact: string): string {
  if (name === '') {
    return '这是演示或试用的版本，还没有写明由哪个单位负责。请不要在这里填写真实的信息。正式使用时，这里会写明单位的名称和联系方式。'
  }
  return contact === ''
    ? `由${name}负责。有疑问，请联系当地医保窗口。`
    : `由${name}负责。有疑问，请联系：${contact}。`
}

export function privacySections(operatorName: string, operatorContact: string): readonly PrivacySection[] {
  return [
    { title: '谁来负责', lines: [operatorLine(operatorName, operatorContact)] },
    {
      title: '用哪些信息，为什么',
      lines: [
        '您的姓名、证件类型和证件号：确认您是谁，查您的参保地、参保状态和个人账户余额。',
        '您填的家人姓名、证件号和亲属关系：判断能不能共享，并保证只有这位家人能打开邀请。请先得到家人的同意再填。',
        '孩子的姓名和证件号：由父母填写和签字，用途相同；还会查登记的父母是谁。',
        '承诺书的内容、您的签名或点选、签字的时间：证明是本人愿意。',
        '共享的约定：从哪天起、可以用在哪里、金额限制。',
        '当地要看的材料（户口簿、结婚证等）：只收您自己拍下、选中的照片，交给当地审核。',
        '您写的不加入的理由：原样转告邀请您的人。不写也可以。',
        '您设置的支付密码：只保存算不回原样的结果，不保存密码本身。',
        '微信给您的用户编号：换算成另一个编号后保存，用来认出您的手机。',
        '大字版、所在地区这样的设置，以及办理了哪一步、什么时候办的：方便您使用，也便于日后查对。',
      ],
    },
    {
      title: '不碰的信息',
      lines: [
        '刷脸和短信验证码由核验部门处理，我们拿不到刷脸的照片和验证码。',
        '不读取您的位置、通讯录和聊天记录。相册里的照片，只看得到您选中的那几张。',
        '余额和参保状态每次现查现显示，不另外保存在办理记录里。',
      ],
    },
    {
      title: '谁能看到',
      lines: [
        '医保经办系统：核对参保和余额时，把证件号交给它查。',
        '核验部门：确认是本人时，由它核对姓名和证件号。',
        '审核材料的人：只有当地的审核人员能看您交的材料，谁在什么时候看过，您可以在“谁看过我的信息”里查到。家人看不到。',
        '和您共享的家人：看到您名字的一部分、亲属关系、约定和办理经过。邀请人还能看到所填证件号的一部分。看不到您的余额。',
        '承诺书：只有签字的人自己能看全文。拿到纸的人凭查验码，只能知道它有没有被改过、用途、什么时候签的，和签字人名字的一部分。',
        '除此以外不提供给别人，不用来做广告，不卖给任何人。',
      ],
    },
    {
      title: '存在哪里，怎么保护',
      lines: [
        '存在医保服务所用的云端数据库里。姓名、证件号、承诺书、签名和材料都加密保存。',
        '手机里只存：大字版的选择、看过的通知、这份说明是否同意，以及没收到回音的办理编号。不存姓名和证件号。',
      ],
    },
    {
      title: '存多久',
      lines: [
        '邀请的链接 72 小时后失效。',
        '签好的承诺书是凭证：共享结束后（没有办成的，从签字起）再保存 5 年，到期删除。',
        '交去审核的材料：审核有了结果以后再留一段时间，供补交和更正，具体天数拍照时写明，到期删除。拍了没有交的，一天内删除。',
        '您要的承诺书 PDF 文件：生成一小时后删除。',
        '共享和办理记录也是凭证，目前没有设定自动删除的期限。',
      ],
    },
    {
      title: '怎样查看、更正、撤回',
      lines: [
        '查看：在“我的家人”里可以看到每一份共享、经过和您签的承诺书。',
        '更正：换手机、姓名或证件号有变化，到“确认身份”重新核对一次。',
        '撤回这份同意：点本页最下面的“撤回同意”。以后再填信息前，会重新问您。',
        '撤回之前已经办成的共享、签好的承诺书不受影响，也不会因此删除。要结束共享，在“我的家人”里解除。要求删除已保存的信息，现在还不能在这里办，请到当地医保窗口。',
      ],
    },
  ]
}

export const PRIVACY_PAGE = {
  lead: '用平常话写的，大约两分钟看完。',
  version: (version: string) => `第 ${version} 版`,
  agreed: '这部手机上：您已经同意',
  notAgreed: '这部手机上：还没有同意。填写姓名和证件号之前会问您。',
  withdraw: '撤回同意',
  withdrawAsk: '撤回以后，这部手机再填姓名、证件号之前会重新问您。已经办成的共享不受影响。',
  withdrawn: '已经撤回。以后填写之前会重新问您。',
  withdrawNo: '先不撤回',
} as const
