"""Letters in the layout of Decree 30/2020/NĐ-CP, from templates that an officer edits in Word."""
