"""What somebody signs in with beside the password: an authenticator app, recovery codes, passkeys."""
