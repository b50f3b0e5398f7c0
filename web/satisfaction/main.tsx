import { render } from 'preact'
import { SatisfactionApp } from './satisfaction-app.tsx'

const place = document.getElementById('app')
if (place) render(<SatisfactionApp />, place)
