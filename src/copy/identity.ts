export const IDENTITY = {
  title: '确认您是谁',
  lead: '核对一次就好，大约一分钟。',
  steps: ['填写姓名和证件', '核验本人', '完成'],
  name: {
    label: '姓名',
    hint: '和证件上写的一样',
    missing: '请填写姓名',
    wrong: '姓名里不该有数字或符号，间隔号可以',
  },
  idType: { label: '证件类型', more: '我用的是其他证件', less: '只用身份证' },
  idNumber: { label: '证件号码' },
  method: {
    label: '用哪种方式核验本人',
    face: { label: '刷脸', note: '看一下手机镜头' },
    sms: { label: '短信验证码', note: '发到您在医保登记的手机号' },
  },
  agree: {
    label: '同意',
    text: '我同意用上面的姓名和证件号，向医保部门核对我的身份和参保信息',
    note: '证件号属于敏感个人信息，会加密保存。不同意就不能办理，但可以看各地的规定。',
    missing: '请先看一看并点选“我同意”',
  },
  submit: '核验并确认',
  again: '再核验一次',
  givenUp: {
    title: '没有完成核验',
    text: '请看看姓名和证件号有没有填错，再试一次；也可以换一种核验方式。',
  },
  notConfigured: {
    title: '核验本人的方式还没有接通',
    text: '这个小程序还没有接入当地的刷脸或短信核验，暂时不能确认身份。请到当地医保窗口办理。',
  },
  done: {
    title: '身份已经确认',
    text: '现在可以邀请家人，或接受家人的邀请。',
    moved:
      '您的身份原来在另一部手机上使用，现在换到了这部手机。那边会收到通知；支付密码已清除，之前发出的邀请链接也已失效。',
    replaced: '这部手机原来确认的是另一个人的身份，现在换成了您。那个人要用自己的手机重新确认。',
    button: '好的，继续',
  },
  privacy: '刷脸和验证码由核验部门处理，我们拿不到您的照片和验证码。',
} as const

export const ID_NUMBER_PROBLEMS = {
  length: '号码的位数不对，请数一数',
  characters: '号码里有不该出现的字',
  'birth-day': '号码里的出生日期不对，请再看一遍',
  'check-digit': '号码最后几位对不上，请再看一遍',
  missing: '请填写证件号码',
} as const

/** Where she shows once more that it is she: before her account is closed, or a payment password is set. */
export const VERIFY_MYSELF = {
  title: '请您本人核验',
  name: '姓名',
  idNumber: '证件号码',
  nameMissing: '请填写姓名',
  numberWrong: '请看看证件号码有没有填错',
  byFace: '刷脸核验',
  bySms: '用短信验证码',
} as const
