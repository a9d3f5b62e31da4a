# SPDX-License-Identifier: EUPL-1.2
"""Parts shared by the pages: painting, controls, blocks, feedback and previews."""
