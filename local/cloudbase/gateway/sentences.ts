/** What the local gateway itself says to a person. Everything else is said by the functions. */

export const SENTENCES = {
  bodyTooLong: '提交的内容太大了，请减少内容后再试。',
  bodyNotJson: '提交的内容不完整，请返回上一步重新提交。',
  headerWrong: '无法确认您的身份，请退出后重新进入。',
  inputWrong: '提交的内容不完整或格式不对，请检查后再试。',
  noSuchFunction: '没有找到您要办理的事项，请返回首页重新进入。',
  noSuchPage: '没有找到这个页面，请返回首页重新进入。',
  staffUnknown: '这个工作人员账号不存在，请核对后再登录。',
  ticketOver: '登录已经过期。请退出后重新登录一次。',
  institutionUnknown: '没有找到这家定点医药机构，请核对机构编号。',
  methodWrong: '这个地址不支持这种请求方式。',
  foreign: '为了您的信息安全，只接受从本机打开的页面发来的请求。',
  fileMissing: '没有收到文件，请重新选择一张照片或一个 PDF 文件。',
  fileTooLong: '文件太大了，请选择 10 MB 以内的照片或 PDF 文件。',
  fileTypeWrong: '只能上传 JPG、PNG、WebP 照片或 PDF 文件，请重新选择。',
  pathWrong: '文件只能存到自己的文件夹里，请返回上一步重新选择。',
  clockWrong: '时间的写法不对，例如 2025-11-05T09:00+08:00（2000 年到 2099 年之间）。',
  linkOver: '这个链接已经失效，请返回上一页重新打开。',
  broken: '本机服务出了一点问题，请稍后再试。',
} as const

const PAGE_STYLE =
  'body{margin:0;min-height:100vh;display:grid;place-items:center;background:#f4f6f8;color:#1c2733;' +
  'font:18px/1.7 "PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}' +
  'main{max-width:34rem;margin:1.5rem;padding:2rem;background:#fff;border-radius:16px}' +
  'h1{margin:0 0 .5rem;font-size:1.4rem}p{margin:.5rem 0}a{color:#0b6b57}'

function page(title: string, body: string): string {
  return (
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width,initial-scale=1">' +
    `<title>${title}</title><style>${PAGE_STYLE}</style></head><body><main><h1>${title}</h1>${body}</main></body></html>`
  )
}

export const H5_NOT_BUILT_PAGE = page(
  'H5 页面还没有构建',
  '<p>请在项目目录运行 <code>npm run build:h5</code>，完成后刷新本页。</p><p><a href="/" target="_top">返回演示首页</a></p>',
)

export const NOT_FOUND_PAGE = page(
  '页面不存在',
  `<p>${SENTENCES.noSuchPage}</p><p><a href="/" target="_top">返回演示首页</a></p>`,
)
