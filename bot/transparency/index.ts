export { buildTransparencyPage } from './build-page.ts'
export { makeRelease, nextRelease, type ReleaseBody } from './make-release.ts'
export { type ReleasedFigures, releasedFigures } from './released-figures.ts'
