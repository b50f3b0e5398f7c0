import { render } from 'preact'
import { ServiceApp } from './service-app.tsx'

const place = document.getElementById('app')
if (place) render(<ServiceApp />, place)
