# SPDX-License-Identifier: EUPL-1.2
"""What the window says by itself: toasts, banners, popovers, dialogs, work in progress."""
