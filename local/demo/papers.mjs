import { saveSample } from './sample-paper.mjs'

/**
 * What has to be typed into the forms, to be copied: the names and ID numbers of a person and of her family. And what
 * some regions want to see: a paper to be photographed.
 */

const RELATIONS = {
  spouse: '配偶',
  parent: '父母',
  child: '子女',
  sibling: '兄弟姐妹',
  'paternal-grandparent': '祖父母',
  'maternal-grandparent': '外祖父母',
  'grandchild-via-son': '孙子女',
  'grandchild-via-daughter': '外孙子女',
}

function copyButton(text, label) {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = text
  button.setAttribute('aria-label', `复制${label}：${text}`)
  button.addEventListener('click', async () => {
    const status = document.getElementById('papers-status')
    try {
      await navigator.clipboard.writeText(text)
      status.textContent = `已复制${label}：${text}`
    } catch {
      status.textContent = '浏览器不让复制，请手动抄写。'
    }
  })
  return button
}

/** Some regions want to see a household register or a marriage certificate; here is one that is none. */
function paperButton(lines) {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = '保存一张户口簿样张（要拍材料时选它）'
  button.addEventListener('click', () => {
    saveSample('户口簿（样张）', lines)
    document.getElementById('papers-status').textContent = '已保存样张，在手机里点“拍照或选照片”时选它。'
  })
  return button
}

function row(relation, { name, idNumber }) {
  const item = document.createElement('li')
  const label = document.createElement('span')
  label.textContent = relation
  item.append(label, copyButton(name, '姓名'), copyButton(idNumber, '证件号'))
  return item
}

export function showPapers(place, person, people) {
  const byNumber = new Map(people.map((one) => [one.idNumber, one]))
  const title = document.createElement('h3')
  title.textContent = `${person.name}和家人`
  const list = document.createElement('ul')
  list.append(row('本人', person))
  const onPaper = [['户主', person.name]]
  for (const { idNumber, relation } of person.family) {
    const member = byNumber.get(idNumber)
    if (member === undefined) continue
    list.append(row(RELATIONS[relation], member))
    onPaper.push([RELATIONS[relation], member.name])
  }
  place.replaceChildren(title, list, paperButton(onPaper))
}
