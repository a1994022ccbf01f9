import Taro from '@tarojs/taro'

/** Shows a paper: in a browser in a tab of its own, in WeChat in its own viewer, from which it can be sent on. */
export async function openPaper(url: string): Promise<void> {
  if (process.env.TARO_ENV === 'h5') {
    const link = document.createElement('a')
    link.href = url
    link.target = '_blank'
    link.rel = 'noopener'
    link.click()
    return
  }
  const { tempFilePath } = await Taro.downloadFile({ url })
  await Taro.openDocument({ filePath: tempFilePath, fileType: 'pdf', showMenu: true })
}

/** Gives her a file: a browser saves it, WeChat lets her choose a chat to send it to. */
export async function saveTextFile(fileName: string, text: string): Promise<void> {
  if (process.env.TARO_ENV === 'h5') {
    const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
    const link = document.createElement('a')
    link.href = address
    link.download = fileName
    link.click()
    setTimeout(() => URL.revokeObjectURL(address), 10_000)
    return
  }
  const filePath = `${Taro.env.USER_DATA_PATH}/${fileName}`
  Taro.getFileSystemManager().writeFileSync(filePath, text, 'utf8')
  await Taro.shareFileMessage({ filePath, fileName })
}

/** Gives her a file that lies at an address: a browser saves it, WeChat lets her choose a chat to send it to. */
export async function saveLinkedFile(url: string, fileName: string): Promise<void> {
  if (process.env.TARO_ENV === 'h5') {
    const { data } = await Taro.request<string>({ url, dataType: 'text' })
    return saveTextFile(fileName, data)
  }
  const { tempFilePath } = await Taro.downloadFile({ url })
  await Taro.shareFileMessage({ filePath: tempFilePath, fileName })
}
