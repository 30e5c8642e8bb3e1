import { Link } from '@tanstack/react-router';

/** Three stones on one another: a mark on the way. */
export const Brand = () => (
  <Link to="/" className="brand">
    <svg viewBox="0 0 32 32" aria-hidden="true" fill="currentColor">
      <ellipse cx="16" cy="25.5" rx="12" ry="4.5" />
      <ellipse cx="16.5" cy="17" rx="8.5" ry="3.6" />
      <ellipse cx="15.5" cy="10" rx="5.5" ry="3" />
    </svg>
    Cairn
  </Link>
);
