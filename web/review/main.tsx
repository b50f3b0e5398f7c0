import { render } from 'preact'
import { ReviewApp } from './review-app.tsx'

const place = document.getElementById('app')
if (place) render(<ReviewApp />, place)
