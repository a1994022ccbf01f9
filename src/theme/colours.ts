/**
 * The colours that configuration needs as values (navigation bar, tab bar); styles take them from the custom
 * properties in `tokens.css`. A test holds the two together and measures the contrasts.
 */
export const COLOURS = {
  jade: '#0E7C66',
  paper: '#F6F4EF',
  card: '#FFFFFF',
  ink: '#1F2A2E',
  inkSoft: '#55626A',
} as const
