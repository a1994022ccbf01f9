/** What nobody said when she asked 能不能加她, and what hangs on it. */
export function openQuestion(
  about: 'insurance' | 'area' | 'age' | 'policyholders',
  regionShortName: string,
  value: unknown,
): string {
  switch (about) {
    case 'insurance':
      return '请先问清楚这位家人参加了哪种医保：职工医保、居民医保都可以，没有参保的要先参保。'
    case 'area': {
      const where = value === 'pooling-area' ? '同一个统筹区' : '同一个省（自治区、直辖市）'
      return `请先问清楚这位家人在哪里参保：要和您在${where}。`
    }
    case 'age':
      return `这位家人如果不满${String(value)}周岁，要由父母替孩子签字。`
    case 'policyholders':
      return typeof value !== 'number'
        ? `${regionShortName}按参保地分开规定了一位家人最多由几个人添加。请先问问有没有别人已经添加了这位家人，在哪里参保。`
        : `${regionShortName}规定一位家人最多由${String(value)}个人添加。请先问问有没有别人已经添加了这位家人。`
  }
}
