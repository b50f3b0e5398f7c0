import { render } from 'preact'
import { GapApp } from './gap-app.tsx'

const place = document.getElementById('app')
if (place) render(<GapApp />, place)
