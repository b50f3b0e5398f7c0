import { render } from 'preact'
import { CheckApp } from './check-app.tsx'

const place = document.getElementById('app')
if (place) render(<CheckApp />, place)
