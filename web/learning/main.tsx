import { render } from 'preact'
import { LearningApp } from './learning-app.tsx'

const place = document.getElementById('app')
if (place) render(<LearningApp />, place)
