// Stands in for a style sheet in unit tests: a page's view is tested, not its looks.
module.exports = {}
