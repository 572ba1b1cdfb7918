"""What somebody has said of herself and an officer has confirmed; nothing that proves it is kept."""
