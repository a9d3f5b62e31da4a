# SPDX-License-Identifier: EUPL-1.2
"""Takes out of a damaged plan file what can be proved to be what was written."""
