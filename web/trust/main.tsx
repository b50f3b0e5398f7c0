import { render } from 'preact'
import { TrustApp } from './trust-app.tsx'

const place = document.getElementById('app')
if (place) render(<TrustApp />, place)
